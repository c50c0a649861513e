/** The vouchers over HTTP. */
@NullMarked
package be.quartier.vouchers.web;

import org.jspecify.annotations.NullMarked;
