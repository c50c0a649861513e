package be.quartier.bank;

import be.quartier.money.Cents;
import be.quartier.money.Iban;
import java.nio.charset.StandardCharsets;

/** The text of a payment QR code that banking apps read (EPC069-12, version 002, error correction M). */
public final class EpcQr {

    /** Longest text of the whole code in bytes: what QR version 13 holds at error correction M. */
    public static final int LONGEST_BYTES = 331;

    private EpcQr() {}

    /**
     * The code's text: lines apart by one line feed, nothing after the last.
     *
     * <p>A Belgian structured communication goes in the text line, as on paper: the reference line is for ISO 11649 references only.
     *
     * @throws IllegalArgumentException when the amount is not between 0,01 and 999 999 999,99 euro
     */
    public static String payload(String creditorName, Iban creditor, Cents amount, Remittance remittance) {
        if (!amount.isPositive() || amount.compareTo(PaymentLine.LARGEST) > 0) {
            throw new IllegalArgumentException("a transfer carries 0.01 to 999999999.99 euro");
        }
        String text = switch (remittance) {
            case Remittance.Structured(var ogm) -> ogm.formatted();
            case Remittance.Text words -> words.plain();
        };
        String payload = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                "",
                PaymentLine.requireName(creditorName),
                creditor.value(),
                "EUR" + amount.plain(),
                "",
                "",
                text);
        if (payload.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new IllegalStateException("longer than the standard allows");
        }
        return payload;
    }
}
