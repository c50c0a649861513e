package be.quartier.paper;

import be.quartier.commune.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One envelope: a household and the vouchers of all its children.
 *
 * @param sequence place in the batch, from 1
 * @param language the household's language
 * @param addressee one or two lines: to whom
 * @param address where, or empty when the address is protected and the letter waits at the town hall's counter
 * @param vouchers at least one
 */
public record Letter(
        int sequence,
        Language language,
        List<String> addressee,
        Optional<PostalAddress> address,
        List<VoucherSlip> vouchers) {

    /** Vouchers on each further sheet: one in each third, the folds between them. */
    static final int PER_FURTHER_SHEET = 3;

    /** Most vouchers in one envelope; the fifth sheet still weighs under 50 g. */
    public static final int VOUCHERS_MAX = 1 + 9 * PER_FURTHER_SHEET;

    /**
     * One child's voucher as printed. {@code toString} shows neither code.
     *
     * @param bearer the child's first name and initial: Noé L.
     * @param serial its number in the campaign, for the town hall's counter; no secret
     * @param amountCents what it is worth
     * @param qrText the text of its QR code, in capitals
     * @param typedCode the code for typing, in groups
     * @param until last day of validity
     */
    public record VoucherSlip(
            String bearer, int serial, long amountCents, String qrText, String typedCode, LocalDate until) {
        @Override
        public String toString() {
            return "VoucherSlip[" + bearer + "]";
        }
    }

    /** Copies the lists and checks their sizes. */
    public Letter {
        addressee = List.copyOf(addressee);
        vouchers = List.copyOf(vouchers);
        if (sequence < 1 || addressee.isEmpty() || addressee.size() > 2) {
            throw new IllegalArgumentException("A letter has a place in its batch and one or two lines of addressee");
        }
        if (vouchers.isEmpty() || vouchers.size() > VOUCHERS_MAX) {
            throw new IllegalArgumentException(
                    "A letter has 1 to " + VOUCHERS_MAX + " vouchers, not " + vouchers.size());
        }
    }

    /** Sheets of paper, printed on both sides. */
    public int sheets() {
        return sheets(vouchers.size());
    }

    /** Sheets of paper a letter with so many vouchers takes. */
    public static int sheets(int vouchers) {
        return 1 + (vouchers - 1 + PER_FURTHER_SHEET - 1) / PER_FURTHER_SHEET;
    }

    /** Pages in the file: two for each sheet, also where the back is empty, so that a letter begins on a front. */
    public int pages() {
        return 2 * sheets();
    }
}
