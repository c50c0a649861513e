package be.quartier.paper.pdf;

/** The colours of the house on paper, in sRGB. */
public enum Ink {
    /** Text. */
    BLACK(0x1b1b1b),
    /** Codes and what a machine reads: pure black. */
    CODE(0x000000),
    /** Less important text; 7:1 on white. */
    GREY(0x4a4a4a),
    /** Thin lines. */
    LINE(0xb9b0a0),
    /** The enamel of street-name plates. */
    ENAMEL(0x143d8c),
    /** The line and the letters on enamel. */
    WHITE(0xffffff),
    /** Warm paper, behind what is set apart. */
    SAND(0xf7f2e8),
    /** Action. */
    BRICK(0x9c3a20);

    private final String fill;
    private final String stroke;

    Ink(int rgb) {
        var numbers = new StringBuilder();
        for (int shift = 16; shift >= 0; shift -= 8) {
            Numbers.append(numbers, ((rgb >>> shift) & 0xff) / 255.0);
        }
        fill = numbers + "rg ";
        stroke = numbers + "RG ";
    }

    String fill() {
        return fill;
    }

    String stroke() {
        return stroke;
    }
}
