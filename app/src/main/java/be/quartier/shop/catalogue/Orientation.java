package be.quartier.shop.catalogue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, read from the EXIF part of a JPEG file (EXIF 2.3, tag 0x0112). */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /** 1 to 8; 1 where the file says nothing of it, or nonsense. */
    static int of(byte[] file) {
        try {
            return read(ByteBuffer.wrap(file));
        } catch (RuntimeException cutShort) {
            // Offsets point outside the file.
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer file) {
        if (Short.toUnsignedInt(file.getShort()) != 0xFFD8) {
            return UPRIGHT;
        }
        while (file.remaining() >= 4 && Byte.toUnsignedInt(file.get()) == 0xFF) {
            int marker = Byte.toUnsignedInt(file.get());
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            int length = Short.toUnsignedInt(file.getShort());
            int next = file.position() + length - 2;
            if (marker == APP1 && file.getInt(file.position()) == 0x45786966) {
                return tag(file.slice(file.position() + 6, length - 8));
            }
            file.position(next);
        }
        return UPRIGHT;
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
