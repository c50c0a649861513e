package be.quartier.messaging.delivery;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.installation.MasterKey;
import be.quartier.messaging.store.Digest;
import be.quartier.messaging.store.Refusals;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Lets a recipient refuse mailings with the link of any mailing, without signing in (RFC 8058). */
public class Unsubscribing {

    private static final int MAC_BYTES = 12;

    private final Refusals refusals;
    private final Clock clock;
    private final byte[] key;
    private final String site;

    /** @param site the public address of this installation, without a slash at its end */
    public Unsubscribing(Refusals refusals, Clock clock, MasterKey key, String site) {
        this.refusals = refusals;
        this.clock = clock;
        this.key = key.derive("unsubscribe");
        this.site = site;
    }

    /** Where the recipient of a message can refuse mailings. */
    public String address(Commune commune, UUID message) {
        return site + "/" + commune.slug() + "/mailings/" + token(commune.id(), message);
    }

    /** Remembers the refusal of a message's recipient; false when the token is not one of ours. */
    @Transactional
    public boolean refuse(CommuneId commune, String token) {
        Optional<Digest> recipient = recipient(commune, token);
        recipient.ifPresent(hash -> refusals.add(commune, hash, clock.instant()));
        return recipient.isPresent();
    }

    /** Forgets the refusal of a message's recipient; false when the token is not one of ours. */
    @Transactional
    public boolean accept(CommuneId commune, String token) {
        Optional<Digest> recipient = recipient(commune, token);
        recipient.ifPresent(hash -> refusals.remove(commune, hash));
        return recipient.isPresent();
    }

    /** Whether the recipient of a token's message refuses mailings; empty when the token is not one of ours. */
    @Transactional(readOnly = true)
    public Optional<Boolean> refused(CommuneId commune, String token) {
        return recipient(commune, token).map(hash -> refusals.has(commune, hash));
    }

    private Optional<Digest> recipient(CommuneId commune, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 16 + MAC_BYTES) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        UUID message = new UUID(read.getLong(), read.getLong());
        byte[] expected = Base64.getUrlDecoder().decode(token(commune, message));
        return MessageDigest.isEqual(bytes, expected) ? refusals.recipientOf(commune, message) : Optional.empty();
    }

    private String token(CommuneId commune, UUID message) {
        ByteBuffer id = ByteBuffer.allocate(16)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits());
        byte[] signed =
                ByteBuffer.allocate(20).putInt(commune.value()).put(id.array()).array();
        byte[] mac = Arrays.copyOf(MasterKey.hmac(key, signed), MAC_BYTES);
        byte[] token =
                ByteBuffer.allocate(16 + MAC_BYTES).put(id.array()).put(mac).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
