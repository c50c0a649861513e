package be.quartier.vouchers.registry.intake;

import be.quartier.installation.MasterKey;
import be.quartier.vouchers.registry.extract.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a campaign recognises people by: hashes under its own key, which say nothing without the installation's master key
 * and nothing to another campaign. For one thread.
 */
public final class CampaignKeys {

    /** Length of the hashes of households and likenesses, in bytes. */
    public static final int SHORT_BYTES = 16;

    private final byte[] nissKey;
    private final Mac households;
    private final Mac likenesses;

    /** @param campaign the campaign whose keys these are */
    public CampaignKeys(MasterKey master, UUID campaign) {
        nissKey = master.derive("niss", campaign.toString());
        households = mac(master.derive("registry-household", campaign.toString()));
        likenesses = mac(master.derive("registry-likeness", campaign.toString()));
    }

    /** The hash of somebody's national number, 32 bytes. */
    public byte[] niss(Row.Person person) {
        return person.niss().hmac(nissKey);
    }

    /** The hash of the household, equal for all who get one letter together. */
    public byte[] household(Row.Person person) {
        return hash(households, person.plainHousehold());
    }

    /** The hash of name, birth date and address. */
    public byte[] likeness(Row.Person person) {
        return likeness(person.plain());
    }

    /** The hash of what {@code Likeness.plain} makes of somebody's name, birth date and address. */
    public byte[] likeness(String plain) {
        return hash(likenesses, plain);
    }

    /** The hash of a household that no extract has named; {@code name} is of the caller's own making. */
    public byte[] foreignHousehold(String name) {
        return hash(households, "\u0000" + name);
    }

    /** Stands where the hash of a national number would: 32 bytes that no number gives. */
    public byte[] withoutNiss(String name) {
        return MasterKey.hmac(nissKey, ("without a number " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(Mac mac, String text) {
        return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), SHORT_BYTES);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
