package be.quartier.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;

/**
 * A QR code as its modules, ready to be drawn on a page or on paper.
 *
 * <p>A text of digits, capitals and {@code $%*+-./:} is set in alphanumeric mode, which keeps an upper-case address of 62
 * characters at version 4 with a quarter of it allowed to be unreadable.
 */
public final class Qr {

    /** Modules left white around the code (ISO/IEC 18004). */
    public static final int QUIET = 4;

    private final boolean[][] rows;
    private final int version;
    private final boolean alphanumeric;

    /** How much of the code may be lost and still be read. */
    public enum Correction {
        /** 15 %: codes on a screen. */
        MEDIUM(ErrorCorrectionLevel.M),
        /** 25 %: paper that is folded and carried about. */
        QUARTILE(ErrorCorrectionLevel.Q),
        /** 30 %: stickers in the weather. */
        HIGH(ErrorCorrectionLevel.H);

        private final ErrorCorrectionLevel level;

        Correction(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    private Qr(boolean[][] rows, int version, boolean alphanumeric) {
        this.rows = rows;
        this.version = version;
        this.alphanumeric = alphanumeric;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException when the text is empty or longer than a QR code holds; the message does not show it
     */
    public static Qr of(String text, Correction correction) {
        QRCode code;
        try {
            code = Encoder.encode(text, correction.level);
        } catch (WriterException | IllegalArgumentException e) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters fits no QR code", e);
        }
        var matrix = code.getMatrix();
        boolean[][] rows = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                rows[y][x] = matrix.get(x, y) == 1;
            }
        }
        return new Qr(rows, code.getVersion().getVersionNumber(), code.getMode() == Mode.ALPHANUMERIC);
    }

    /** Modules on each side, without the quiet zone. */
    public int size() {
        return rows.length;
    }

    /** 1 to 40: the size is 17 + 4 × version. */
    public int version() {
        return version;
    }

    /** Whether the text was set in alphanumeric mode. */
    public boolean alphanumeric() {
        return alphanumeric;
    }

    /** Whether the module in this column and row is dark. */
    public boolean dark(int x, int y) {
        return rows[y][x];
    }

    boolean[][] rows() {
        return rows;
    }

    /**
     * An inline SVG of the code with its quiet zone, scaled by its container, that a screen reader calls by this title.
     * Black on white also in dark mode: a code is read by machines.
     */
    public String svg(String title) {
        int side = size() + 2 * QUIET;
        var path = new StringBuilder();
        for (int y = 0; y < rows.length; y++) {
            for (int from = 0; from < rows.length; from++) {
                int to = from;
                while (to < rows.length && rows[y][to]) {
                    to++;
                }
                if (to > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(to - from)
                            .append("v1h")
                            .append(from - to)
                            .append('z');
                    from = to;
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" aria-label=\"" + escaped(title)
                + "\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
                + side + "v" + side + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
