package be.quartier.shop.payments;

import be.quartier.shop.payments.PaymentProvider.Seen;
import be.quartier.shop.payments.PaymentProvider.SeenRefund;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Mollie's documents; whatever does not look like one is refused with an {@link IllegalArgumentException}. */
final class MollieJson {

    private static final String EURO = "EUR";

    private MollieJson() {}

    /** An amount on the wire: euros as text with two decimals. */
    static Map<String, String> amount(long cents) {
        return Map.of("currency", EURO, "value", BigDecimal.valueOf(cents, 2).toPlainString());
    }

    static List<String> methods(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.path("_embedded")
                .path("methods")
                .forEach(one -> names.add(one.path("description").asString("")));
        return names;
    }

    static Seen payment(JsonNode body) {
        List<SeenRefund> refunds = new ArrayList<>();
        body.path("_embedded").path("refunds").forEach(one -> refunds.add(refund(one)));
        String checkout = body.path("_links").path("checkout").path("href").asString("");
        return new Seen(
                id(body),
                PaymentState.of(body.path("status").asString(""))
                        .filter(state -> state != PaymentState.WANTED)
                        .orElseThrow(() -> new IllegalArgumentException("a state that is not known")),
                cents(body.path("amount")),
                checkout.startsWith("https://") || checkout.startsWith("http://")
                        ? Optional.of(URI.create(checkout))
                        : Optional.empty(),
                refunds);
    }

    static SeenRefund refund(JsonNode body) {
        String status = body.path("status").asString("");
        return new SeenRefund(
                id(body),
                uuid(body.path("metadata").path("refund").asString("")),
                cents(body.path("amount")),
                status.equals("failed") || status.equals("canceled"),
                status.equals("refunded"));
    }

    private static String id(JsonNode body) {
        String id = body.path("id").asString("");
        if (id.isEmpty() || id.length() > 64 || !id.chars().allMatch(MollieJson::ofAnId)) {
            throw new IllegalArgumentException("not an id");
        }
        return id;
    }

    private static boolean ofAnId(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-';
    }

    private static long cents(JsonNode amount) {
        if (!amount.path("currency").asString("").equals(EURO)) {
            throw new IllegalArgumentException("not in euros");
        }
        try {
            return new BigDecimal(amount.path("value").asString(""))
                    .movePointRight(2)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount", e);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
