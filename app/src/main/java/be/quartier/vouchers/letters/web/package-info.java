/** The town hall's pages of letters. */
@NullMarked
package be.quartier.vouchers.letters.web;

import org.jspecify.annotations.NullMarked;
