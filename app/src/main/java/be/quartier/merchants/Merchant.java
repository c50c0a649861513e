package be.quartier.merchants;

import be.quartier.commune.Language;
import be.quartier.money.Bce;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An enterprise that takes part, or asked to.
 *
 * @param name the name people know it by
 * @param trade code of its {@link Trade}
 * @param contactMail where the commune writes to
 * @param reason why it was refused or suspended
 * @param establishments its shops, at least one
 */
public record Merchant(
        UUID id,
        String name,
        Bce bce,
        String trade,
        MerchantState state,
        String contactName,
        String contactMail,
        Language language,
        Instant appliedAt,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        List<Establishment> establishments) {

    /** Copies the shops. */
    public Merchant {
        establishments = List.copyOf(establishments);
    }

    /** Whether it takes part now. */
    public boolean accepted() {
        return state == MerchantState.ACCEPTED;
    }

    /** Whether one of its shops is open at this local time, holidays and other closures counted. */
    public boolean openAt(LocalDateTime when) {
        return establishments.stream().anyMatch(shop -> shop.openAt(when));
    }
}
