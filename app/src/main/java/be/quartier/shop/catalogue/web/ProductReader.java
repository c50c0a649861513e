package be.quartier.shop.catalogue.web;

import be.quartier.commune.Language;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.shop.catalogue.Allergen;
import be.quartier.shop.catalogue.Gtin;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.ProductFacts;
import be.quartier.shop.catalogue.Season;
import be.quartier.shop.catalogue.Storage;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.Variant;
import be.quartier.shop.catalogue.VariantFacts;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the forms of a product and of its variants, and fills them. */
final class ProductReader {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})");
    private static final int SKU_MAX = 60;
    private static final int VARIANT_NAME_MAX = 80;
    private static final int GRAMS_MAX = 500_000;
    private static final int STEP_MAX = 100_000;
    private static final int LEAD_MAX = 60;

    private ProductReader() {}

    static String name(Form form) {
        String name = form.text("name");
        if (name.isEmpty() || name.length() > ProductFacts.NAME_MAX) {
            form.refuse("name", "catalogue.name.wrong", ProductFacts.NAME_MAX);
        }
        return name;
    }

    static Form form(Product product) {
        ProductFacts facts = product.facts();
        Form form = Form.empty()
                .with("name", facts.name())
                .with("description", facts.description())
                .with("language", facts.language().code())
                .with("vat", Integer.toString(facts.vatPermille()))
                .with(
                        "age",
                        facts.minimumAge().map(age -> Integer.toString(age)).orElse(""))
                .with("storage", facts.storage().code())
                .with("from", facts.season().map(season -> day(season.from())).orElse(""))
                .with("until", facts.season().map(season -> day(season.until())).orElse(""))
                .with("brand", facts.brand())
                .with("gtin", facts.gtin().orElse(""));
        return form.fill(Map.of(
                "allergens", facts.allergens().stream().map(Allergen::code).toList()));
    }

    static ProductFacts facts(Form form, Language language) {
        String name = name(form);
        if (form.text("description").length() > ProductFacts.DESCRIPTION_MAX) {
            form.refuse("description", "catalogue.description.long", ProductFacts.DESCRIPTION_MAX);
        }
        if (form.text("brand").length() > ProductFacts.BRAND_MAX) {
            form.refuse("brand", "catalogue.brand.long", ProductFacts.BRAND_MAX);
        }
        String gtin = form.text("gtin").replace(" ", "");
        if (!gtin.isEmpty() && !Gtin.valid(gtin)) {
            form.refuse("gtin", "catalogue.gtin.wrong");
        }
        OptionalInt vat = form.integer("vat");
        if (vat.isEmpty() || !ProductFacts.VAT_RATES.contains(vat.getAsInt())) {
            form.refuse("vat", "catalogue.vat.wrong");
        }
        OptionalInt age = form.integer("age");
        Set<Allergen> allergens = form.all("allergens").stream()
                .flatMap(code -> Allergen.of(code).stream())
                .collect(Collectors.toSet());
        return new ProductFacts(
                name,
                form.text("description"),
                Language.of(form.text("language")).orElse(language),
                vat.orElse(0),
                allergens,
                age.isPresent() && (age.getAsInt() == 16 || age.getAsInt() == 18)
                        ? Optional.of(age.getAsInt())
                        : Optional.empty(),
                storage(form.text("storage")),
                season(form),
                form.text("brand"),
                gtin.isEmpty() ? Optional.empty() : Optional.of(gtin));
    }

    static Form form(Variant variant, Language language) {
        VariantFacts facts = variant.facts();
        return Form.empty()
                .with("variant", facts.name())
                .with("sku", facts.sku())
                .with("unit", facts.unit().code())
                .with("price", Formats.of(language).typed(facts.priceCents()))
                .with("step", facts.stepGrams() == 0 ? "" : Integer.toString(facts.stepGrams()))
                .with(
                        "deposit",
                        facts.depositCents() == 0 ? "" : Formats.of(language).typed(facts.depositCents()))
                .with("weight", facts.weightGrams() == 0 ? "" : Integer.toString(facts.weightGrams()))
                .with("lead", Integer.toString(facts.leadDays()))
                .with("stock", StockText.of(variant));
    }

    static VariantFacts variant(Form form, Unit unit) {
        if (form.text("variant").length() > VARIANT_NAME_MAX) {
            form.refuse("variant", "catalogue.variant.long", VARIANT_NAME_MAX);
        }
        if (form.text("sku").length() > SKU_MAX) {
            form.refuse("sku", "catalogue.sku.long", SKU_MAX);
        }
        return new VariantFacts(
                form.text("variant"),
                form.text("sku"),
                unit,
                PriceField.read(form, "price"),
                unit == Unit.KILOGRAM ? whole(form, "step", 1, STEP_MAX, VariantFacts.STEP_USUAL) : 0,
                PriceField.deposit(form, "deposit"),
                unit == Unit.PIECE ? whole(form, "weight", 0, GRAMS_MAX, 0) : 0,
                whole(form, "lead", 0, LEAD_MAX, 0));
    }

    private static int whole(Form form, String field, int least, int most, int otherwise) {
        if (!form.has(field)) {
            return otherwise;
        }
        OptionalInt typed = form.integer(field);
        if (typed.isEmpty() || typed.getAsInt() < least || typed.getAsInt() > most) {
            form.refuse(field, "catalogue.number.range", least, most);
            return otherwise;
        }
        return typed.getAsInt();
    }

    private static Storage storage(String code) {
        return Arrays.stream(Storage.values())
                .filter(storage -> storage.code().equals(code))
                .findFirst()
                .orElse(Storage.AMBIENT);
    }

    private static Optional<Season> season(Form form) {
        if (!form.has("from") && !form.has("until")) {
            return Optional.empty();
        }
        Optional<MonthDay> from = day(form, "from");
        Optional<MonthDay> until = day(form, "until");
        return from.flatMap(first -> until.map(last -> new Season(first, last)));
    }

    private static Optional<MonthDay> day(Form form, String field) {
        Matcher typed = DAY.matcher(form.text(field));
        try {
            if (typed.matches()) {
                return Optional.of(MonthDay.of(Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(1))));
            }
        } catch (DateTimeException noSuchDay) {
            // Told below.
        }
        form.refuse(field, "catalogue.season.wrong");
        return Optional.empty();
    }

    private static String day(MonthDay day) {
        return String.format(Locale.ROOT, "%02d/%02d", day.getDayOfMonth(), day.getMonthValue());
    }
}
