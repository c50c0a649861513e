package be.quartier.vouchers.registry.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception when it is longer than allowed. */
public final class SizedStream extends FilterInputStream {

    private long left;

    /** @param bytesMax longest length that is allowed */
    public SizedStream(InputStream in, long bytesMax) {
        super(in);
        left = bytesMax;
    }

    /** The stream is longer than allowed. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("longer than allowed");
        }
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
