package be.quartier.demo.fill;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures of goods for the demonstration, drawn by the program itself on warm paper. */
final class GoodsDrawing {

    private static final int SIDE = 800;
    private static final double GRID = 100;
    private static final Color TABLE = new Color(0xE4D6BB);

    private GoodsDrawing() {}

    /** Draws one of the known things in one of the known colours; a box for anything else. */
    static BufferedImage draw(String what, String colour) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale(SIDE / GRID, SIDE / GRID);
        canvas.setColor(Brush.PAPER);
        canvas.fillRect(0, 0, 100, 100);
        canvas.setColor(TABLE);
        canvas.fillRect(0, 74, 100, 26);
        canvas.setColor(new Color(0, 0, 0, 28));
        canvas.fill(Brush.oval(18, 76, 64, 9));
        if (!new FoodDrawing(canvas, colour).draw(what)) {
            new ThingDrawing(canvas, colour).draw(what);
        }
        canvas.dispose();
        return image;
    }
}
