package be.quartier.vouchers;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.MasterKey;
import be.quartier.vouchers.VoucherCode.Token;
import be.quartier.vouchers.VoucherCode.Typed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A voucher's token and typed code, computed from the master key whenever a letter needs them, and the keyed hashes under
 * which the database knows them. A stolen database holds neither.
 */
@Component
public class VoucherSecrets {

    /** Bytes of a keyed hash. */
    public static final int HASH_BYTES = 16;

    private final byte[] tokenKey;
    private final byte[] codeKey;
    private final byte[] hashKey;

    VoucherSecrets(MasterKey masterKey) {
        this.tokenKey = masterKey.derive("voucher-token");
        this.codeKey = masterKey.derive("voucher-code");
        this.hashKey = masterKey.derive("voucher-hash");
    }

    /** The token of a voucher of the current commune; another one for each generation. */
    public Token token(UUID voucher, int generation) {
        byte[] secret = MasterKey.hmac(tokenKey, subject(voucher, generation, 0));
        return new Token(Crockford.encode(secret, VoucherCode.TOKEN_LENGTH));
    }

    /** The typed code of a voucher of the current commune; the nonce is the voucher's own. */
    public Typed typed(UUID voucher, int generation, int nonce) {
        byte[] secret = MasterKey.hmac(codeKey, subject(voucher, generation, nonce));
        return new Typed(Crockford.withChecks(Crockford.encode(secret, VoucherCode.TYPED_LENGTH - 2)));
    }

    /** What the database keeps of a token, in the current commune. */
    public SecretHash hash(Token token) {
        return hash("token", token.text());
    }

    /** What the database keeps of a typed code, in the current commune. */
    public SecretHash hash(Typed code) {
        return hash("code", code.text());
    }

    private SecretHash hash(String kind, String secret) {
        CommuneId commune = Tenancy.required();
        String message = kind + '\n' + commune.value() + '\n' + secret;
        byte[] hash = MasterKey.hmac(hashKey, message.getBytes(StandardCharsets.US_ASCII));
        return SecretHash.of(Arrays.copyOf(hash, HASH_BYTES));
    }

    private static byte[] subject(UUID voucher, int generation, int nonce) {
        return ByteBuffer.allocate(Integer.BYTES * 3 + Long.BYTES * 2)
                .putInt(Tenancy.required().value())
                .putLong(voucher.getMostSignificantBits())
                .putLong(voucher.getLeastSignificantBits())
                .putInt(generation)
                .putInt(nonce)
                .array();
    }
}
