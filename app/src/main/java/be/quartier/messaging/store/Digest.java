package be.quartier.messaging.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A keyed hash of an address: tells that two messages went to the same place without saying where. */
public final class Digest {

    private final byte[] bytes;

    /** Copies the bytes. */
    public Digest(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The first eight bytes, to name a lock. */
    public long lock() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
