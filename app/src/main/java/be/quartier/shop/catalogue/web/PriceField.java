package be.quartier.shop.catalogue.web;

import be.quartier.money.Cents;
import be.quartier.money.Flaw;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import be.quartier.shop.catalogue.VariantFacts;

/** Reads amounts of a form. */
final class PriceField {

    private PriceField() {}

    /** A price; 0, and the field refused, when there is none to be sold at. */
    static long read(Form form, String field) {
        return switch (Cents.parse(form.text(field))) {
            case Parsed.Valid<Cents>(Cents amount)
            when amount.isPositive() && amount.value() <= VariantFacts.PRICE_MAX -> amount.value();
            case Parsed.Valid<Cents> _ -> {
                form.refuse(field, "catalogue.price.range");
                yield 0;
            }
            case Parsed.Invalid<Cents>(Flaw flaw) -> {
                form.refuse(field, flaw.key());
                yield 0;
            }
        };
    }

    /** A deposit, which may be left out. */
    static long deposit(Form form, String field) {
        if (!form.has(field)) {
            return 0;
        }
        return switch (Cents.parse(form.text(field))) {
            case Parsed.Valid<Cents>(Cents amount) when amount.value() <= VariantFacts.DEPOSIT_MAX -> amount.value();
            case Parsed.Valid<Cents> _ -> {
                form.refuse(field, "catalogue.deposit.range");
                yield 0;
            }
            case Parsed.Invalid<Cents>(Flaw flaw) -> {
                form.refuse(field, flaw.key());
                yield 0;
            }
        };
    }
}
