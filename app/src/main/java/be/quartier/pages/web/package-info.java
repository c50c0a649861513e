/** How views become answers: rendering, error pages, headers, and the pages that belong to no other module. */
@NullMarked
package be.quartier.pages.web;

import org.jspecify.annotations.NullMarked;
