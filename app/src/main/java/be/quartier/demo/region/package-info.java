/** The invented region as plain values: streets, households, shops and the files a town hall would receive. No Spring, no database. */
@NullMarked
package be.quartier.demo.region;

import org.jspecify.annotations.NullMarked;
