package be.quartier.shop.front.web;

import be.quartier.commune.Commune;
import be.quartier.money.Cents;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.Unit;
import be.quartier.shop.catalogue.Variant;
import be.quartier.shop.front.Seller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product as search engines read it: schema.org in JSON-LD. A block of data is never run, so the ban on scripts in pages does not
 * touch it.
 */
final class ProductData {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "https://schema.org/";

    private ProductData() {}

    /** The JSON, safe inside a script element. */
    static String json(String site, Commune commune, Product product, Seller seller, boolean inSeason) {
        String shop = site + "/" + commune.slug() + "/shop";
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", SCHEMA);
        data.put("@type", "Product");
        data.put("@id", shop + "/p/" + product.id());
        data.put("name", product.facts().name());
        data.put("inLanguage", product.facts().language().code());
        if (!product.facts().description().isEmpty()) {
            data.put("description", product.facts().description());
        }
        product.photo().ifPresent(photo -> data.put("image", shop + "/photo/" + photo + "/feed.jpg"));
        product.facts().gtin().ifPresent(gtin -> data.put("gtin", gtin));
        String brand = product.facts().brand().isEmpty()
                ? seller.merchant().name()
                : product.facts().brand();
        data.put("brand", Map.of("@type", "Brand", "name", brand));
        data.put(
                "offers",
                product.variants().stream()
                        .map(variant -> offer(shop, product, variant, seller, inSeason))
                        .toList());
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

    private static Map<String, Object> offer(
            String shop, Product product, Variant variant, Seller seller, boolean inSeason) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("url", shop + "/p/" + product.id());
        offer.put(
                "sku",
                variant.facts().sku().isEmpty()
                        ? variant.id().toString()
                        : variant.facts().sku());
        if (!variant.facts().name().isEmpty()) {
            offer.put("name", variant.facts().name());
        }
        String price = Cents.of(variant.facts().priceCents()).plain();
        offer.put("price", price);
        offer.put("priceCurrency", "EUR");
        if (variant.facts().unit() == Unit.KILOGRAM) {
            offer.put(
                    "priceSpecification",
                    Map.of(
                            "@type",
                            "UnitPriceSpecification",
                            "price",
                            price,
                            "priceCurrency",
                            "EUR",
                            "valueAddedTaxIncluded",
                            true,
                            "referenceQuantity",
                            Map.of("@type", "QuantitativeValue", "value", 1, "unitCode", "KGM")));
        }
        String availability = !inSeason || variant.soldOut()
                ? "OutOfStock"
                : variant.available().isPresent() ? "InStock" : "MadeToOrder";
        offer.put("availability", SCHEMA + availability);
        offer.put("itemCondition", SCHEMA + "NewCondition");
        offer.put("seller", organisation(shop, seller));
        return offer;
    }

    private static Map<String, Object> organisation(String shop, Seller seller) {
        return Map.of(
                "@type",
                "LocalBusiness",
                "name",
                seller.merchant().name(),
                "url",
                shop + "/m/" + seller.merchant().id(),
                "address",
                seller.merchant().establishments().stream()
                        .map(place -> Map.of(
                                "@type",
                                "PostalAddress",
                                "streetAddress",
                                place.place().street() + " " + place.place().number(),
                                "postalCode",
                                place.place().postcode(),
                                "addressLocality",
                                place.place().town(),
                                "addressCountry",
                                "BE"))
                        .findFirst()
                        .<Object>map(address -> address)
                        .orElse(List.of()));
    }
}
