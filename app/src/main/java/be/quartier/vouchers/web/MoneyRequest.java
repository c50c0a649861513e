package be.quartier.vouchers.web;

import be.quartier.pages.Problem;
import be.quartier.vouchers.Spend;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request that moves money: its key and its body, each fault with its own code. */
final class MoneyRequest {

    private static final int BODY_BYTES_MAX = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode body;

    private MoneyRequest(JsonNode body) {
        this.body = body;
    }

    /**
     * The body of a request: one JSON object of at most 4,096 bytes.
     *
     * @throws Problem.Raised 400 {@code invalid-body}, 413 {@code body-too-large}
     */
    static MoneyRequest of(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw Problem.of(413, "body-too-large", "vouchers.api.body-too-large")
                    .raised();
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isObject()) {
                return new MoneyRequest(node);
            }
        } catch (JacksonException e) {
            throw Problem.of(400, "invalid-body", "vouchers.api.invalid-body").raised();
        }
        throw Problem.of(400, "invalid-body", "vouchers.api.invalid-body").raised();
    }

    /**
     * The idempotency key of a request.
     *
     * @throws Problem.Raised 400 {@code idempotency-key-missing} or {@code idempotency-key-invalid}
     */
    static String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(400, "idempotency-key-missing", "vouchers.api.idempotency-key-missing")
                    .raised();
        }
        String key = header.strip();
        if (!Spend.validKey(key)) {
            throw Problem.of(
                            400,
                            "idempotency-key-invalid",
                            "vouchers.api.idempotency-key-invalid",
                            Spend.KEY_LENGTH_MAX)
                    .raised();
        }
        return key;
    }

    /** The voucher of the body; 400 {@code invalid-voucher} when it is missing or no text. */
    String voucher() {
        JsonNode node = body.get("voucher");
        if (node == null || !node.isString()) {
            throw Problem.of(400, "invalid-voucher", "vouchers.api.invalid-voucher")
                    .raised();
        }
        return node.stringValue();
    }

    /**
     * The amount: a whole number of cents.
     *
     * @return empty when it is a whole number beyond all range
     * @throws Problem.Raised 400 {@code invalid-amount} when it is missing or anything else
     */
    OptionalLong amountCents() {
        Optional<JsonNode> node = Optional.ofNullable(body.get("amountCents")).filter(JsonNode::isIntegralNumber);
        BigInteger amount = node.map(JsonNode::bigIntegerValue)
                .orElseThrow(() -> Problem.of(400, "invalid-amount", "vouchers.api.invalid-amount")
                        .raised());
        return amount.bitLength() < Long.SIZE ? OptionalLong.of(amount.longValue()) : OptionalLong.empty();
    }
}
