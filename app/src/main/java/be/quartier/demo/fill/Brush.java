package be.quartier.demo.fill;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;

/** What drawings of goods are made with: flat shapes in one colour, on a grid of 100 by 100. */
class Brush {

    static final Color PAPER = new Color(0xF3EAD7);
    static final Color INK = new Color(0x33302B);
    private static final Map<String, Color> COLOURS = Map.of(
            "red", new Color(0xB4472F),
            "gold", new Color(0xDDA63A),
            "brown", new Color(0x94633A),
            "green", new Color(0x4F8254),
            "blue", new Color(0x2D5FA8),
            "grey", new Color(0x8C8F98));

    final Color colour;

    private final Graphics2D canvas;

    Brush(Graphics2D canvas, String colour) {
        this.canvas = canvas;
        this.colour = of(colour);
    }

    static Color of(String name) {
        return COLOURS.getOrDefault(name, INK);
    }

    final void fill(Color with, Shape shape) {
        canvas.setColor(with);
        canvas.fill(shape);
    }

    final void ring(Color with, float width, Shape shape) {
        canvas.setColor(with);
        canvas.setStroke(new BasicStroke(width));
        canvas.draw(shape);
    }

    final void line(Color with, float width, double fromX, double fromY, double toX, double toY) {
        canvas.setColor(with);
        canvas.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    static Shape oval(double x, double y, double width, double height) {
        return new Ellipse2D.Double(x, y, width, height);
    }

    static Shape round(double x, double y, double width, double height, double corner) {
        return new RoundRectangle2D.Double(x, y, width, height, corner, corner);
    }
}
