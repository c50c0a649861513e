/** The pages of a campaign's end. */
@NullMarked
package be.quartier.vouchers.closing.web;

import org.jspecify.annotations.NullMarked;
