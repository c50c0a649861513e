package be.quartier.journeys;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * What a phone's camera sees when a voucher is held under it: the code comes into the picture, crooked, grainy and never
 * still. Written as Y4M, which Chromium plays in a loop instead of a camera.
 */
final class Film {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 12;
    private static final int EMPTY_FRAMES = 3;
    private static final int GRAIN = 12;
    private static final int GREY = 128;

    private Film() {}

    /** Films a picture. */
    static Path of(BufferedImage picture, Path file) throws IOException {
        var random = new Random(5);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(luma(frame < EMPTY_FRAMES ? table() : held(picture, frame), random));
                byte[] colourless = new byte[WIDTH * HEIGHT / 2];
                Arrays.fill(colourless, (byte) GREY);
                out.write(colourless);
            }
        }
        return file;
    }

    private static BufferedImage table() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(150, 150, 150));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return image;
    }

    private static BufferedImage held(BufferedImage picture, int frame) {
        BufferedImage image = table();
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double side = 300 + 4.0 * frame;
        pen.translate(WIDTH / 2.0 + 3 * frame - 20, HEIGHT / 2.0 - 2 * frame);
        pen.rotate(Math.toRadians(9 - frame));
        pen.scale(side / picture.getWidth(), side / picture.getWidth());
        pen.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
        pen.dispose();
        return image;
    }

    private static byte[] luma(BufferedImage image, Random random) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = image.getRGB(x, y);
                int light = ((rgb >> 16 & 0xff) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114) / 1000;
                int grain = random.nextInt(2 * GRAIN + 1) - GRAIN;
                luma[y * WIDTH + x] = (byte) Math.clamp(light * 4L / 5 + 20 + grain, 0, 255);
            }
        }
        return luma;
    }
}
