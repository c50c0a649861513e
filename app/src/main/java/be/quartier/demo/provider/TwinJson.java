package be.quartier.demo.provider;

import be.quartier.demo.provider.ProviderTwin.Answer;
import be.quartier.demo.provider.TwinPayment.Refund;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mollie's documents, as the twin writes and reads them. */
final class TwinJson {

    private static final int SCALE = 2;

    private TwinJson() {}

    static Map<String, Object> methods() {
        return Map.of(
                "count",
                SCALE,
                "_embedded",
                Map.of("methods", List.of(method("bancontact", "Bancontact"), method("creditcard", "Card"))));
    }

    private static Map<String, Object> method(String id, String description) {
        return Map.of("resource", "method", "id", id, "description", description, "status", "activated");
    }

    static Map<String, Object> payment(TwinPayment payment, String page, boolean withRefunds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("resource", "payment");
        body.put("id", payment.id());
        body.put("mode", payment.account().startsWith("live_") ? "live" : "test");
        body.put("createdAt", payment.createdAt().toString());
        body.put("amount", amount(payment.cents()));
        body.put("description", payment.description());
        body.put("status", payment.status());
        body.put("amountRefunded", amount(payment.refundedCents()));
        body.put("amountRemaining", amount(payment.cents() - payment.refundedCents()));
        body.put("redirectUrl", payment.redirect().toString());
        body.put("metadata", payment.metadata());
        Map<String, Object> links = new LinkedHashMap<>();
        if (payment.open()) {
            links.put("checkout", Map.of("href", page + payment.id(), "type", "text/html"));
        }
        body.put("_links", links);
        if (withRefunds) {
            body.put(
                    "_embedded",
                    Map.of(
                            "refunds",
                            payment.refunds().stream()
                                    .map(one -> refund(one, payment.id()))
                                    .toList()));
        }
        return body;
    }

    static Map<String, Object> refund(Refund refund, String payment) {
        return Map.of(
                "resource",
                "refund",
                "id",
                refund.id(),
                "amount",
                amount(refund.cents()),
                "status",
                refund.status(),
                "paymentId",
                payment,
                "metadata",
                refund.metadata());
    }

    static Answer fault(int status, String detail, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put(
                "title", status == 401 ? "Unauthorized Request" : status == 404 ? "Not Found" : "Unprocessable Entity");
        body.put("detail", detail);
        if (!field.isEmpty()) {
            body.put("field", field);
        }
        return new Answer(status, body);
    }

    /** The cents of an amount: euros, text, exactly two decimals. */
    static Optional<Long> cents(@Nullable Object amount) {
        return amount instanceof Map<?, ?> map
                        && "EUR".equals(map.get("currency"))
                        && map.get("value") instanceof String value
                        && value.matches("\\d{1,7}\\.\\d{2}")
                ? Optional.of(new BigDecimal(value).movePointRight(SCALE).longValueExact())
                : Optional.empty();
    }

    static Optional<URI> address(@Nullable Object text) {
        try {
            return text instanceof String address && address.matches("https?://.+")
                    ? Optional.of(URI.create(address))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Map<String, String> amount(long cents) {
        return Map.of(
                "currency", "EUR", "value", BigDecimal.valueOf(cents, SCALE).toPlainString());
    }
}
