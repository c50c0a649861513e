/**
 * Agreements between communes that show each other's shops.
 *
 * <p>Invariants: a shop is shown elsewhere only while both communes have signed and the shop itself says so; each of the three ends
 * it alone and at once. Goods, stock, orders and money stay in the shop's own commune.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("sharing")
package be.quartier.shop.sharing;

import org.jspecify.annotations.NullMarked;
