package be.quartier.shop.catalogue;

import java.util.Locale;

/** What became of a file sent as a picture. */
public sealed interface Developed {

    /** A picture, made anew in every size as JPEG. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Picture(byte[] list, byte[] page, byte[] feed) implements Developed {}

    /** Nothing a picture could be made of. */
    record Refused(Why why) implements Developed {}

    /** Why a file was refused. */
    enum Why {
        /** Neither JPEG nor PNG, GIF or BMP, or broken. */
        NOT_A_PICTURE,
        /** More bytes or pixels than are read. */
        TOO_LARGE,
        /** Fewer than 200 pixels wide or high. */
        TOO_SMALL,
        /** Too many pictures are being made at this moment. */
        BUSY;

        /** Key of its sentence, below {@code catalogue.photo.}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
