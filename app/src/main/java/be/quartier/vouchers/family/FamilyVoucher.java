package be.quartier.vouchers.family;

import be.quartier.commune.Language;
import be.quartier.paper.PartnerShop;
import be.quartier.vouchers.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a family sees of one voucher.
 *
 * @param bearer the child's first name and initial, empty for a voucher to bearer
 * @param language the household's
 * @param uses what was spent and given back, the newest first
 * @param near partner shops, those of the household's postcode first
 * @param shopsInAll how many there are
 * @param looks when officials looked at the household's detail, the newest first
 */
public record FamilyVoucher(
        Voucher voucher,
        String bearer,
        Optional<Language> language,
        long balanceCents,
        List<Use> uses,
        List<PartnerShop> near,
        int shopsInAll,
        List<Look> looks) {

    /** Copies the lists. */
    public FamilyVoucher {
        uses = List.copyOf(uses);
        near = List.copyOf(near);
        looks = List.copyOf(looks);
    }

    /**
     * What one shop took in one day.
     *
     * @param cents below zero: what it gave back
     * @param reserved set aside for an order and not taken yet
     */
    public record Use(LocalDate day, String shop, long cents, boolean reserved) {}

    /** One look of an official at the household's detail, with the reason written. */
    public record Look(Instant at, String reason) {}
}
