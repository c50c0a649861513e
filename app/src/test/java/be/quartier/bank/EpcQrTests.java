package be.quartier.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.money.Cents;
import be.quartier.money.Iban;
import be.quartier.money.Ogm;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EpcQrTests {

    private static final Iban IBAN = new Iban("BE68539007547034");

    @Test
    void theTextIsTheStandardsLineByLine() {
        assertThat(EpcQr.payload("Café Zoé", IBAN, Cents.of(1250), new Remittance.Text("Chèques n° 12")))
                .isEqualTo("BCD\n002\n1\nSCT\n\nCafe Zoe\nBE68539007547034\nEUR12.50\n\n\nCheques n. 12");
    }

    @Test
    void aBelgianCommunicationIsTextBecauseTheReferenceLineIsForIso11649() {
        assertThat(EpcQr.payload("Shop", IBAN, Cents.of(1), new Remittance.Structured(new Ogm("010806817183"))))
                .endsWith("\nEUR0.01\n\n\n+++010/8068/17183+++");
    }

    @Test
    void theLongestTextStillFitsTheLargestCodeAllowed() throws Exception {
        String payload = EpcQr.payload(
                "É".repeat(100),
                new Iban("MT84MALT011000012345MTLCAST001S"),
                PaymentLine.LARGEST,
                new Remittance.Text("é".repeat(200)));
        assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(331);
        assertThat(Encoder.encode(payload, ErrorCorrectionLevel.M).getVersion().getVersionNumber())
                .isLessThanOrEqualTo(13);
    }

    @Test
    void nothingToPayHasNoCode() {
        assertThatThrownBy(() -> EpcQr.payload("Shop", IBAN, Cents.ZERO, new Remittance.Text("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
