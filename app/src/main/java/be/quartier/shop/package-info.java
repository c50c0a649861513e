/**
 * The shared shop: goods of many merchants in one basket, each sold on its own merchant's terms and paid to its own merchant.
 *
 * <p>Invariants: what can be sold of anything that runs out is never below zero; an order is placed whole or not at all; the
 * legs of an order add up to its total to the cent; the commune holds no money.
 */
@ApplicationModule(
        allowedDependencies = {
            "installation",
            "commune",
            "operations",
            "pages",
            "money",
            "people",
            "messaging",
            "paper",
            "bank",
            "merchants",
            "ledger",
            "vouchers"
        })
@NullMarked
package be.quartier.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
