package be.quartier.shop.orders.web;

import be.quartier.commune.Language;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Problem;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.OrderWish;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the request for an order: its key and its body, each fault with its own code. */
final class OrderRequest {

    private static final int BODY_BYTES_MAX = 32_768;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + (OrderWish.KEY_MAX - 10) + "}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OrderRequest() {}

    /**
     * The wish of a request.
     *
     * @throws Problem.Raised 400 {@code idempotency-key-missing}, {@code idempotency-key-invalid}, {@code invalid-body}; 413
     *     {@code body-too-large}; 422 {@code lines-invalid}, {@code contact-invalid}, {@code legs-invalid}, {@code unknown-slot}
     */
    static OrderWish read(@Nullable String key, HttpServletRequest request, Language language) throws IOException {
        String checked = key(key);
        JsonNode body = body(request);
        return new OrderWish(
                "api-" + checked,
                lines(body.get("lines")),
                slot(body.get("slot")),
                contact(body.get("contact")),
                legs(body.get("legs")),
                voucher(body),
                language,
                Optional.empty(),
                legs(body.get("rest")));
    }

    private static String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw fault(400, "idempotency-key-missing");
        }
        if (!KEY.matcher(header.strip()).matches()) {
            throw fault(400, "idempotency-key-invalid");
        }
        return header.strip();
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw fault(413, "body-too-large");
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw fault(400, "invalid-body");
        }
        throw fault(400, "invalid-body");
    }

    private static List<OrderWish.Line> lines(@Nullable JsonNode node) {
        if (node == null || !node.isArray() || node.isEmpty() || node.size() > OrderWish.LINES_MAX) {
            throw fault(422, "lines-invalid");
        }
        List<OrderWish.Line> lines = new ArrayList<>();
        for (JsonNode line : node) {
            JsonNode quantity = line.get("quantity");
            Optional<UUID> variant = uuid(line.get("variant"));
            if (variant.isEmpty()) {
                throw fault(422, "unknown-variant");
            }
            if (quantity == null || !quantity.isIntegralNumber() || !quantity.canConvertToLong()) {
                throw fault(422, "quantity-invalid");
            }
            lines.add(new OrderWish.Line(variant.get(), quantity.longValue()));
        }
        return lines;
    }

    private static Optional<UUID> slot(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Optional<UUID> slot = uuid(node);
        if (slot.isEmpty()) {
            throw fault(422, "unknown-slot");
        }
        return slot;
    }

    private static Contact contact(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw fault(422, "contact-invalid");
        }
        String name = text(node, "name");
        String mail = text(node, "email");
        String phone = text(node, "phone");
        String address = text(node, "address");
        boolean fits = !name.isEmpty()
                && Recipient.Mail.valid(mail)
                && List.of(name, mail, phone, address).stream()
                        .allMatch(one -> one.length() <= Contact.LENGTH_MAX
                                && one.chars().noneMatch(Character::isISOControl));
        if (!fits) {
            throw fault(422, "contact-invalid");
        }
        return new Contact(name, mail, phone, address);
    }

    private static Map<UUID, Modality> legs(@Nullable JsonNode node) {
        Map<UUID, Modality> legs = new HashMap<>();
        if (node == null || node.isNull()) {
            return legs;
        }
        if (!node.isObject()) {
            throw fault(422, "legs-invalid");
        }
        for (Map.Entry<String, JsonNode> leg : node.properties()) {
            Optional<UUID> merchant = uuid(leg.getKey());
            Optional<Modality> modality =
                    leg.getValue().isString() ? Modality.of(leg.getValue().stringValue()) : Optional.empty();
            if (merchant.isEmpty() || modality.isEmpty()) {
                throw fault(422, "legs-invalid");
            }
            legs.put(merchant.get(), modality.get());
        }
        return legs;
    }

    /** Only the token of the QR code counts here: a typed code is short enough to be guessed by who has no till. */
    private static Optional<VoucherCode> voucher(JsonNode body) {
        String text = text(body, "voucher");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (VoucherCode.parse(text) instanceof VoucherCode.Token token) {
            return Optional.of(token);
        }
        throw Problem.of(404, Refusal.UNKNOWN_VOUCHER.code(), Refusal.UNKNOWN_VOUCHER.messageKey())
                .raised();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue().strip() : "";
    }

    private static Optional<UUID> uuid(@Nullable JsonNode node) {
        return node != null && node.isString() ? uuid(node.stringValue()) : Optional.empty();
    }

    /** The id of a text; empty when it is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Problem.Raised fault(int status, String code) {
        return Problem.of(status, code, "orders.api." + code).raised();
    }
}
