/** The bank's twin: it answers our payment files as a bank does. */
@NullMarked
package be.quartier.demo.bank;

import org.jspecify.annotations.NullMarked;
