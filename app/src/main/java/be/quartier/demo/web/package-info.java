/** The pages under {@code /demo}; 404 where the installation is no demonstration. */
@NullMarked
package be.quartier.demo.web;

import org.jspecify.annotations.NullMarked;
