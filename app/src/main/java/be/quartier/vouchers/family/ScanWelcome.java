package be.quartier.vouchers.family;

import be.quartier.commune.Commune;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Receives somebody other than the family who opens a voucher's QR address with the phone's own camera, such as a shop's
 * till. Beans of this type are asked in turn before the balance is shown.
 */
@FunctionalInterface
public interface ScanWelcome {

    /** The path below the commune where this browser goes on with the voucher, when it is theirs to receive. */
    Optional<String> receive(
            Commune commune, VoucherCode.Token voucher, HttpServletRequest request, HttpServletResponse response);
}
