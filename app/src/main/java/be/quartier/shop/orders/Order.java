package be.quartier.shop.orders;

import be.quartier.commune.Language;
import be.quartier.shop.OrderSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order with all its parts.
 *
 * @param contact empty once it was erased
 * @param source how it came
 */
public record Order(
        UUID id,
        String number,
        Instant placedAt,
        Optional<UUID> slot,
        Language language,
        Optional<Contact> contact,
        OrderSource source,
        List<MerchantOrder> parts) {

    /** Copies. */
    public Order {
        parts = List.copyOf(parts);
    }

    /** What it comes to now. */
    public long totalCents() {
        return parts.stream().mapToLong(MerchantOrder::totalCents).sum();
    }
}
