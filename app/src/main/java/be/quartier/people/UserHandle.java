package be.quartier.people;

import be.quartier.commune.CommuneId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** What a passkey knows of its owner: the commune of the account and the person's id, and no name. */
public record UserHandle(CommuneId home, UUID person) {

    private static final int BYTES = 20;

    /** The handle as a passkey keeps it. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(home.value())
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    /** The handle a passkey presents; empty when it is none of ours. */
    public static Optional<UserHandle> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != BYTES || buffer.getInt(0) < 1) {
            return Optional.empty();
        }
        return Optional.of(
                new UserHandle(new CommuneId(buffer.getInt()), new UUID(buffer.getLong(), buffer.getLong())));
    }
}
