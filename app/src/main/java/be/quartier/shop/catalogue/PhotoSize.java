package be.quartier.shop.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes in which a picture is kept; all are square. */
public enum PhotoSize {
    /** For lists. */
    LIST(200, 2_500),
    /** For the product's page. */
    PAGE(560, 42_000),
    /** For catalogues of others, which ask for 500 by 500 at least. */
    FEED(800, 160_000);

    private final int side;
    private final int bytes;

    PhotoSize(int side, int bytes) {
        this.side = side;
        this.bytes = bytes;
    }

    /** Its width and height in pixels. */
    public int side() {
        return side;
    }

    /** What it should weigh at most. */
    int bytes() {
        return bytes;
    }

    /** As addresses name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The size of a name in an address. */
    public static Optional<PhotoSize> of(String code) {
        return Arrays.stream(values()).filter(size -> size.code().equals(code)).findFirst();
    }
}
