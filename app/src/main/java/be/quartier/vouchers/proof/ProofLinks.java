package be.quartier.vouchers.proof;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.installation.MasterKey;
import be.quartier.installation.PublicAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The secret links to applications: 160 bits derived from the master key, kept only as a keyed hash. A stolen database opens
 * none of them.
 */
@Component
class ProofLinks {

    private static final int TOKEN_BYTES = 20;
    private static final int HASH_BYTES = 16;

    private final byte[] tokenKey;
    private final byte[] hashKey;
    private final String site;

    ProofLinks(MasterKey master, Environment environment) {
        this.tokenKey = master.derive("proof-link");
        this.hashKey = master.derive("proof-link-hash");
        this.site = PublicAddress.of(environment);
    }

    /** The secret of an application; the one of an earlier generation is not made again. */
    String token(CommuneId commune, UUID application, int generation) {
        byte[] name = ByteBuffer.allocate(24)
                .putInt(commune.value())
                .putLong(application.getMostSignificantBits())
                .putLong(application.getLeastSignificantBits())
                .putInt(generation)
                .array();
        byte[] secret = Arrays.copyOf(MasterKey.hmac(tokenKey, name), TOKEN_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What is kept of a secret. */
    byte[] hash(String token) {
        return Arrays.copyOf(MasterKey.hmac(hashKey, token.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
    }

    /** The address that opens an application. */
    String address(Commune commune, String token) {
        return site + "/" + commune.slug() + "/vouchers/proof/open/" + token;
    }
}
