package be.quartier.demo.fill;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Things to wear, to read, to play with. */
final class ThingDrawing extends Brush {

    ThingDrawing(Graphics2D canvas, String colour) {
        super(canvas, colour);
    }

    /** Draws it; a box for anything else. */
    void draw(String what) {
        switch (what) {
            case "shoe" -> shoe();
            case "shirt" -> shirt();
            case "trousers" -> trousers();
            case "book" -> book();
            case "block" -> blocks();
            case "ball" -> ball();
            case "glasses" -> glasses();
            case "bike" -> bike();
            case "phone" -> phone();
            case "guitar" -> guitar();
            case "flower" -> flower();
            case "comb" -> comb();
            default -> box();
        }
    }

    private void shoe() {
        Path2D shoe = new Path2D.Double();
        shoe.moveTo(14, 42);
        shoe.quadTo(24, 46, 36, 40);
        shoe.quadTo(54, 58, 76, 60);
        shoe.quadTo(90, 64, 88, 74);
        shoe.lineTo(14, 74);
        shoe.closePath();
        fill(colour, shoe);
        fill(PAPER.darker(), round(12, 72, 78, 8, 6));
        for (int i = 0; i < 3; i++) {
            line(PAPER, 2.5f, 38 + i * 8, 54 + i * 4, 46 + i * 8, 46 + i * 4);
        }
    }

    private void shirt() {
        Path2D shirt = new Path2D.Double();
        double[][] points = {
            {34, 24}, {44, 30}, {56, 30}, {66, 24}, {88, 40}, {78, 52}, {70, 46}, {70, 80}, {30, 80}, {30, 46},
            {22, 52}, {12, 40}
        };
        shirt.moveTo(points[0][0], points[0][1]);
        for (double[] point : points) {
            shirt.lineTo(point[0], point[1]);
        }
        shirt.closePath();
        fill(colour, shirt);
        line(PAPER, 3, 32, 58, 68, 58);
        line(PAPER, 3, 32, 66, 68, 66);
    }

    private void trousers() {
        Path2D legs = new Path2D.Double();
        double[][] points = {{32, 20}, {68, 20}, {74, 82}, {56, 82}, {50, 42}, {44, 82}, {26, 82}};
        legs.moveTo(points[0][0], points[0][1]);
        for (double[] point : points) {
            legs.lineTo(point[0], point[1]);
        }
        legs.closePath();
        fill(colour, legs);
        line(colour.darker(), 3, 33, 26, 67, 26);
        line(colour.darker(), 1.5f, 50, 26, 50, 42);
    }

    private void book() {
        fill(colour.darker(), round(26, 22, 50, 60, 4));
        fill(PAPER.brighter(), round(28, 24, 46, 56, 2));
        fill(colour, round(22, 20, 48, 60, 4));
        fill(PAPER, round(30, 30, 32, 14, 2));
        line(PAPER, 2, 32, 54, 60, 54);
        line(PAPER, 2, 32, 60, 52, 60);
    }

    private void blocks() {
        fill(colour, round(16, 54, 28, 26, 3));
        fill(of("gold"), round(47, 54, 28, 26, 3));
        fill(of("green"), round(32, 27, 28, 26, 3));
        fill(PAPER, oval(24, 61, 12, 12));
        line(PAPER, 3, 53, 74, 69, 60);
        line(PAPER, 3, 39, 40, 53, 40);
    }

    private void ball() {
        fill(colour, oval(24, 28, 52, 52));
        fill(PAPER, new Arc2D.Double(24, 28, 52, 52, 60, 60, Arc2D.PIE));
        fill(PAPER, new Arc2D.Double(24, 28, 52, 52, 240, 60, Arc2D.PIE));
        fill(colour.darker(), oval(44, 48, 12, 12));
    }

    private void glasses() {
        ring(colour, 5, oval(12, 42, 32, 28));
        ring(colour, 5, oval(56, 42, 32, 28));
        fill(new Color(255, 255, 255, 120), oval(15, 45, 26, 22));
        fill(new Color(255, 255, 255, 120), oval(59, 45, 26, 22));
        line(colour, 5, 44, 52, 56, 52);
    }

    private void bike() {
        ring(INK, 3, oval(10, 46, 32, 32));
        ring(INK, 3, oval(58, 46, 32, 32));
        line(colour, 4, 26, 62, 40, 38);
        line(colour, 4, 40, 38, 66, 38);
        line(colour, 4, 40, 38, 50, 62);
        line(colour, 4, 26, 62, 50, 62);
        line(colour, 4, 50, 62, 66, 38);
        line(colour, 4, 74, 62, 64, 30);
        line(INK, 4, 60, 30, 70, 28);
        line(INK, 5, 34, 34, 46, 34);
    }

    private void phone() {
        fill(INK, round(32, 18, 36, 64, 8));
        fill(colour, round(35, 24, 30, 50, 3));
        fill(PAPER, oval(47, 75, 6, 5));
        line(PAPER, 2, 40, 36, 60, 36);
        line(PAPER, 2, 40, 43, 54, 43);
    }

    private void guitar() {
        fill(colour, oval(14, 50, 40, 32));
        fill(colour, oval(34, 44, 28, 26));
        fill(INK, oval(35, 55, 13, 12));
        line(INK, 5, 52, 54, 84, 26);
        line(INK, 8, 80, 30, 88, 22);
    }

    private void flower() {
        for (int i = 0; i < 3; i++) {
            int x = 30 + i * 20;
            int y = 34 - (i % 2) * 8;
            line(of("green"), 3, x, y, 50, 66);
            for (int petal = 0; petal < 6; petal++) {
                double turn = petal * Math.PI / 3;
                fill(colour, oval(x - 6 + 8 * Math.cos(turn), y - 6 + 8 * Math.sin(turn), 12, 12));
            }
            fill(of("gold"), oval(x - 5, y - 5, 10, 10));
        }
        fill(new Color(0xB9CBD6), round(37, 58, 26, 24, 6));
    }

    private void comb() {
        fill(colour, round(14, 38, 72, 14, 5));
        for (int i = 0; i < 12; i++) {
            fill(colour, round(17 + i * 5.7, 48, 2.8, 28, 2));
        }
    }

    private void box() {
        fill(colour.darker(), round(20, 36, 60, 45, 3));
        fill(colour, round(18, 30, 64, 16, 3));
        fill(of("gold"), round(45, 30, 10, 51, 0));
        fill(of("gold"), oval(36, 20, 14, 11));
        fill(of("gold"), oval(50, 20, 14, 11));
    }
}
