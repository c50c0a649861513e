package be.quartier.shop.catalogue;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes the pictures of products anew from what was sent: upright, square, in every {@link PhotoSize}, without anything a camera
 * wrote into them. What is read is bounded before it is decoded.
 */
@Component
public class Darkroom {

    /** Largest file read. */
    public static final int BYTES_MAX = 15 << 20;

    private static final int SIDE_MIN = 200;
    private static final long PIXELS_MAX = 60_000_000;
    private static final int READ_SIDE = 1_600;
    private static final int AT_ONCE_MAX = 2;
    private static final long WAIT_SECONDS = 10;

    private final Semaphore developing = new Semaphore(AT_ONCE_MAX);

    Darkroom() {
        ImageIO.setUseCache(false);
    }

    /** Makes a picture of a file; a refusal says why there is none. */
    public Developed develop(byte[] file) {
        if (file.length > BYTES_MAX) {
            return new Developed.Refused(Developed.Why.TOO_LARGE);
        }
        try {
            if (!developing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new Developed.Refused(Developed.Why.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Developed.Refused(Developed.Why.BUSY);
        }
        try {
            return read(file);
        } catch (IOException | RuntimeException broken) {
            // Decoders answer a broken or hostile file with whatever exception comes first.
            return new Developed.Refused(Developed.Why.NOT_A_PICTURE);
        } finally {
            developing.release();
        }
    }

    /** Makes every size of a picture that is there already, drawn by the program itself. */
    public Developed.Picture print(BufferedImage upright) {
        BufferedImage square = square(upright);
        return new Developed.Picture(
                print(square, PhotoSize.LIST), print(square, PhotoSize.PAGE), print(square, PhotoSize.FEED));
    }

    private Developed read(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Developed.Refused(Developed.Why.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > PIXELS_MAX) {
                    return new Developed.Refused(Developed.Why.TOO_LARGE);
                }
                if (Math.min(width, height) < SIDE_MIN) {
                    return new Developed.Refused(Developed.Why.TOO_SMALL);
                }
                ImageReadParam how = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.min(width, height) / READ_SIDE);
                how.setSourceSubsampling(step, step, 0, 0);
                return print(upright(reader.read(0, how), Orientation.of(file)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Turns a picture as the camera was held: the eight orientations of EXIF 2.3, tag 0x0112. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lies = orientation >= 5;
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var turned = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return turned;
    }

    /** The middle of a picture, as wide as high, on white where it lets through. */
    private static BufferedImage square(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = square.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, side, side);
        canvas.drawImage(image, (side - image.getWidth()) / 2, (side - image.getHeight()) / 2, null);
        canvas.dispose();
        return square;
    }

    private static byte[] print(BufferedImage square, PhotoSize size) {
        BufferedImage scaled = scaled(square, size.side());
        byte[] made = {};
        for (float quality = 0.85f; quality > 0.1f; quality -= 0.12f) {
            made = jpeg(scaled, quality);
            if (made.length <= size.bytes()) {
                return made;
            }
        }
        return made;
    }

    /** Halves until near the size: a single step down would leave jagged lines. */
    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage now = image;
        while (now.getWidth() != side) {
            int next = Math.max(side, now.getWidth() / 2);
            var smaller = new BufferedImage(next, next, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = smaller.createGraphics();
            canvas.setComposite(AlphaComposite.Src);
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(now, 0, 0, next, next, null);
            canvas.dispose();
            now = smaller;
        }
        return now;
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
