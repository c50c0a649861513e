package be.quartier.shop.catalogue.web;

import be.quartier.pages.Form;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.Variant;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** A stock as merchants write it: pieces, or kilograms with up to three decimals; nothing for what is made to order. */
public final class StockText {

    private static final long MOST = 10_000_000;
    private static final int GRAMS = 1_000;

    private StockText() {}

    /** The stock of a variant. */
    public static String of(Variant variant) {
        if (variant.available().isEmpty()) {
            return "";
        }
        long available = variant.available().getAsLong();
        return variant.facts().unit() == Unit.PIECE
                ? Long.toString(available)
                : BigDecimal.valueOf(available, 3)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
    }

    /** Pieces or grams; empty for nothing typed, and the field refused for what is no count. */
    static OptionalLong read(Form form, String field, Unit unit) {
        String typed = form.text(field).replace(',', '.');
        if (typed.isEmpty()) {
            return OptionalLong.empty();
        }
        if (typed.matches(unit == Unit.PIECE ? "\\d{1,8}" : "\\d{1,5}(\\.\\d{1,3})?")) {
            long counted = unit == Unit.PIECE
                    ? Long.parseLong(typed)
                    : new BigDecimal(typed).multiply(BigDecimal.valueOf(GRAMS)).longValueExact();
            if (counted <= MOST) {
                return OptionalLong.of(counted);
            }
        }
        form.refuse(field, unit == Unit.PIECE ? "catalogue.stock.wrong" : "catalogue.stock.wrong-weight");
        return OptionalLong.empty();
    }

    /** A number as a hidden field carries it. */
    static OptionalLong number(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
