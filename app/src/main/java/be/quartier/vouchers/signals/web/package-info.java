/** The queue of signals. */
@NullMarked
package be.quartier.vouchers.signals.web;

import org.jspecify.annotations.NullMarked;
