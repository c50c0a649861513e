/**
 * Turns a civil-registry extract into households and children of a campaign, row by row with a reason for each.
 *
 * <p>Invariant: a national register number is never kept, shown, logged or thrown; only its keyed hash leaves the row
 * it was read from. Invariant: the same extract read twice changes nothing.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("registry")
package be.quartier.vouchers.registry;

import org.jspecify.annotations.NullMarked;
