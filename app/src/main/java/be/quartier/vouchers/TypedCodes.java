package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.vouchers.store.VoucherRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Finds for each voucher the first nonce whose typed code no other voucher has or had. Fifty bits clash about once in two
 * hundred million vouchers, so that one round is nearly always enough.
 */
final class TypedCodes {

    private static final int NONCE_MAX = 1_000;

    private final VoucherRows rows;
    private final VoucherSecrets secrets;

    TypedCodes(VoucherRows rows, VoucherSecrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** The nonce of each voucher in this generation. */
    Map<UUID, Integer> nonces(List<UUID> vouchers, int generation) {
        Map<UUID, Integer> nonces = new HashMap<>();
        Set<SecretHash> given = new HashSet<>();
        List<UUID> open = vouchers;
        for (int nonce = 0; !open.isEmpty(); nonce++) {
            if (nonce > NONCE_MAX) {
                throw new IllegalStateException("No free typed code after " + NONCE_MAX + " tries");
            }
            Map<UUID, SecretHash> hashes = new LinkedHashMap<>();
            for (UUID voucher : open) {
                hashes.put(voucher, secrets.hash(secrets.typed(voucher, generation, nonce)));
            }
            Set<SecretHash> known = rows.knownCodes(Tenancy.required().value(), hashes.values());
            List<UUID> clashing = new ArrayList<>();
            for (UUID voucher : open) {
                SecretHash hash = Objects.requireNonNull(hashes.get(voucher));
                if (known.contains(hash) || !given.add(hash)) {
                    clashing.add(voucher);
                } else {
                    nonces.put(voucher, nonce);
                }
            }
            open = clashing;
        }
        return nonces;
    }
}
