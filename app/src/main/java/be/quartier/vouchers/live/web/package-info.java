/** The pages on which the town hall follows a campaign. */
@NullMarked
package be.quartier.vouchers.live.web;

import org.jspecify.annotations.NullMarked;
