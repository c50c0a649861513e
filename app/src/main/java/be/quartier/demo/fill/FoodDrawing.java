package be.quartier.demo.fill;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Things to eat and drink, and what comes in jars and bottles. */
final class FoodDrawing extends Brush {

    FoodDrawing(Graphics2D canvas, String colour) {
        super(canvas, colour);
    }

    /** Draws it; false when it is nothing to eat. */
    boolean draw(String what) {
        switch (what) {
            case "loaf" -> loaf();
            case "roll" -> roll();
            case "tart" -> tart();
            case "cookie" -> cookies();
            case "fruit" -> fruit();
            case "veg" -> vegetable();
            case "meat" -> meat();
            case "cheese" -> cheese();
            case "jar" -> jar();
            case "bottle" -> bottle();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void loaf() {
        fill(colour.darker(), oval(14, 34, 72, 46));
        fill(colour, oval(16, 32, 68, 42));
        for (int i = 0; i < 4; i++) {
            line(PAPER, 2.5f, 28 + i * 13, 62, 36 + i * 13, 42);
        }
    }

    private void roll() {
        fill(colour.darker(), oval(18, 40, 64, 40));
        fill(colour, oval(20, 37, 60, 36));
        fill(colour.brighter(), oval(30, 41, 30, 12));
        line(colour.darker(), 2, 30, 58, 70, 50);
    }

    private void tart() {
        fill(new Color(0xC98F4B), oval(10, 40, 80, 40));
        fill(new Color(0xF0DCA4), oval(15, 42, 70, 31));
        for (int i = 0; i < 9; i++) {
            double turn = i * Math.PI * 2 / 9;
            fill(colour, oval(45 + 24 * Math.cos(turn), 52 + 9 * Math.sin(turn), 10, 8));
        }
        fill(colour, oval(45, 53, 10, 8));
    }

    private void cookies() {
        for (int i = 0; i < 3; i++) {
            fill(colour.darker(), oval(18 + i * 16, 60 - i * 14, 38, 22));
            fill(colour, oval(18 + i * 16, 57 - i * 14, 38, 22));
            fill(colour.darker(), oval(30 + i * 16, 63 - i * 14, 5, 3));
            fill(colour.darker(), oval(40 + i * 16, 66 - i * 14, 5, 3));
        }
    }

    private void fruit() {
        fill(colour.darker(), oval(52, 44, 32, 34));
        fill(colour, oval(16, 38, 40, 42));
        fill(colour, oval(50, 46, 32, 32));
        fill(colour.brighter(), oval(23, 45, 10, 13));
        line(INK, 2, 36, 40, 39, 28);
        fill(of("green"), oval(39, 25, 17, 8));
    }

    private void vegetable() {
        for (int i = 0; i < 3; i++) {
            Path2D root = new Path2D.Double();
            root.moveTo(22 + i * 22, 42);
            root.quadTo(38 + i * 22, 44, 38 + i * 22, 50);
            root.quadTo(33 + i * 22, 72, 27 + i * 22, 82);
            root.quadTo(20 + i * 22, 66, 18 + i * 22, 50);
            root.closePath();
            fill(i % 2 == 0 ? colour : colour.brighter(), root);
            for (int leaf = -1; leaf <= 1; leaf++) {
                line(of("green"), 3, 28 + i * 22, 43, 28 + i * 22 + leaf * 9, 22);
            }
        }
    }

    private void meat() {
        fill(new Color(0xC9A26B), round(10, 66, 80, 14, 6));
        fill(colour, oval(20, 40, 60, 34));
        fill(new Color(0xF4E3D3), oval(54, 48, 16, 12));
        line(new Color(0xF4E3D3), 2, 28, 58, 50, 48);
        line(new Color(0xF4E3D3), 2, 34, 66, 52, 60);
    }

    private void cheese() {
        Path2D wedge = new Path2D.Double();
        wedge.moveTo(12, 60);
        wedge.lineTo(70, 34);
        wedge.lineTo(88, 54);
        wedge.closePath();
        fill(colour.brighter(), wedge);
        Path2D side = new Path2D.Double();
        side.moveTo(12, 60);
        side.lineTo(88, 54);
        side.lineTo(88, 76);
        side.lineTo(12, 80);
        side.closePath();
        fill(colour, side);
        fill(colour.darker(), oval(28, 65, 9, 8));
        fill(colour.darker(), oval(56, 60, 12, 10));
    }

    private void jar() {
        fill(new Color(0xE9E4DA), round(28, 32, 44, 50, 12));
        fill(colour, round(31, 42, 38, 37, 10));
        fill(INK, round(30, 24, 40, 10, 4));
        fill(PAPER, round(36, 52, 28, 17, 3));
        line(colour, 2, 41, 60, 59, 60);
    }

    private void bottle() {
        fill(colour, round(36, 42, 28, 40, 9));
        fill(colour, round(44, 20, 12, 30, 5));
        fill(INK, round(43, 15, 14, 8, 3));
        fill(PAPER, round(36, 54, 28, 17, 1));
        line(colour, 2, 41, 62, 59, 62);
    }
}
