/** The pages on which campaigns are written, tried out, opened and shown to everyone. */
@NullMarked
package be.quartier.vouchers.campaigns.web;

import org.jspecify.annotations.NullMarked;
