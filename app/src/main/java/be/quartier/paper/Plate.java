package be.quartier.paper;

import be.quartier.paper.pdf.Ink;
import be.quartier.paper.pdf.Sheet;
import be.quartier.paper.pdf.Typeface;

/** The enamel street-name plate: deep blue, a thin white line, white letters. */
final class Plate {

    private Plate() {}

    /** Draws an empty plate. */
    static void draw(Sheet sheet, double x, double y, double width, double height) {
        double inset = Math.max(0.8, height * 0.07);
        sheet.plate(Ink.ENAMEL, x, y, width, height, height * 0.14);
        sheet.frame(
                Ink.WHITE,
                Math.max(0.5, height * 0.045),
                x + inset,
                y + inset,
                width - 2 * inset,
                height - 2 * inset,
                height * 0.1);
    }

    /** Writes a line on a plate, smaller if it would not fit; {@code middle} is the height of its middle. */
    static void line(Sheet sheet, double x, double middle, double width, double size, String text) {
        double natural = Typeface.PLATE.width(text, size) / Sheet.MM;
        double fitted = natural > width ? size * width / natural : size;
        double base = middle + Typeface.PLATE.capHeight(fitted) / Sheet.MM / 2;
        sheet.text(Typeface.PLATE, fitted, Ink.WHITE, x, base, text);
    }

    /** Writes a line in the middle of a plate. */
    static void centred(Sheet sheet, double centre, double middle, double width, double size, String text) {
        double natural = Typeface.PLATE.width(text, size) / Sheet.MM;
        double fitted = natural > width ? size * width / natural : size;
        double base = middle + Typeface.PLATE.capHeight(fitted) / Sheet.MM / 2;
        sheet.textCentred(Typeface.PLATE, fitted, Ink.WHITE, centre, base, text);
    }
}
