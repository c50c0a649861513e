/** The town hall's pages of registry imports: sending, preview, progress, decisions. */
@NullMarked
package be.quartier.vouchers.registry.web;

import org.jspecify.annotations.NullMarked;
