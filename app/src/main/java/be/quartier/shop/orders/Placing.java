package be.quartier.shop.orders;

import be.quartier.installation.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An order about to be written.
 *
 * @param number what people call it
 */
record Placing(UUID id, String number, Draft draft, List<Part> parts) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 4;

    /** One merchant's part with its legs. */
    record Part(UUID id, Draft.Part draft, List<Leg> legs) {}

    static String number(Ids ids) {
        long bits = ids.randomUuid().getLeastSignificantBits();
        StringBuilder number = new StringBuilder();
        for (int at = 0; at < 2 * HALF; at++) {
            number.append(at == HALF ? "-" : "").append(ALPHABET.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return number.toString();
    }

    /** The answer of the API without what is secret in it and without its last brace. */
    String answer(Instant now) {
        String merchants = parts.stream()
                .map(part -> "{\"id\":\"" + part.id() + "\",\"merchant\":\""
                        + part.draft().terms().merchant() + "\",\"state\":\"placed\",\"totalCents\":"
                        + part.draft().cents() + ",\"readyAt\":\""
                        + part.draft().readyAt() + "\",\"legs\":["
                        + part.legs().stream().map(Placing::leg).collect(Collectors.joining(",")) + "]}")
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + id + "\",\"number\":\"" + number + "\",\"at\":\"" + now + "\",\"totalCents\":"
                + draft.cents() + ",\"merchantOrders\":[" + merchants + "]";
    }

    private static String leg(Leg leg) {
        String reference = leg.reference().isEmpty() ? "null" : "\"" + leg.reference() + "\"";
        return "{\"modality\":\"" + leg.modality().code() + "\",\"amountCents\":" + leg.amountCents()
                + ",\"reference\":" + reference + "}";
    }
}
