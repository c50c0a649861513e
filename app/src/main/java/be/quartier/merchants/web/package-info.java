/** Pages about merchants: the public list and map, signing up, the town hall's answers, and the shop's own tills. */
@NullMarked
package be.quartier.merchants.web;

import org.jspecify.annotations.NullMarked;
