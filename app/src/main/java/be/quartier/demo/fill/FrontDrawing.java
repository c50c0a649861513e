package be.quartier.demo.fill;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The fronts of invented shops: brick, an awning in the shop's colour, a window and a door. */
final class FrontDrawing {

    private static final int SIDE = 800;
    private static final double GRID = 100;
    private static final int STRIPES = 8;
    private static final Color BRICK = new Color(0xB98263);
    private static final Color JOINT = new Color(0xA87356);
    private static final Color GLASS = new Color(0xCFE0E0);
    private static final Color STREET = new Color(0xBDB6A8);

    private FrontDrawing() {}

    /** Draws a front in one of the known colours. */
    static BufferedImage draw(String colour) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale(SIDE / GRID, SIDE / GRID);
        var brush = new Brush(canvas, colour);
        brush.fill(BRICK, new Rectangle2D.Double(0, 0, 100, 100));
        for (int row = 4; row < 86; row += 5) {
            brush.line(JOINT, 0.4f, 0, row, 100, row);
        }
        brush.fill(STREET, new Rectangle2D.Double(0, 88, 100, 12));
        brush.fill(Brush.INK, new Rectangle2D.Double(10, 34, 80, 54));
        brush.fill(GLASS, new Rectangle2D.Double(13, 40, 46, 38));
        brush.fill(GLASS, new Rectangle2D.Double(66, 40, 20, 46));
        brush.fill(brush.colour, Brush.round(18, 60, 12, 18, 3));
        brush.fill(Brush.PAPER, Brush.round(33, 66, 9, 12, 2));
        brush.fill(brush.colour, Brush.round(45, 57, 9, 21, 3));
        brush.fill(Brush.INK, Brush.oval(68, 62, 2.5, 2.5));
        brush.fill(Brush.PAPER, Brush.round(10, 8, 80, 12, 2));
        brush.line(brush.colour, 2.5f, 24, 14, 76, 14);
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            brush.fill(stripe % 2 == 0 ? brush.colour : Brush.PAPER, Brush.round(8 + stripe * 10.5, 22, 10.5, 16, 5));
        }
        canvas.dispose();
        return image;
    }
}
