package be.quartier.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures made anew: their sizes, nothing of the camera left, upright, and refusals. */
class DarkroomTests {

    private static final String PLACE = "GPS 50.8267 N 4.3722 E";

    private final Darkroom darkroom = new Darkroom();

    @Test
    void everySizeIsSquareAndLightEnough() throws IOException {
        var picture = (Developed.Picture) darkroom.develop(Goods.file(1200, 900, "jpeg"));
        for (PhotoSize size : PhotoSize.values()) {
            byte[] file = switch (size) {
                case LIST -> picture.list();
                case PAGE -> picture.page();
                case FEED -> picture.feed();
            };
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(read.getWidth()).isEqualTo(size.side());
            assertThat(read.getHeight()).isEqualTo(size.side());
            assertThat(file.length).as(size.code()).isLessThanOrEqualTo(size.bytes());
        }
        assertThat(PhotoSize.FEED.side()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void aNoisyPhotoStillFitsTheLimitsOfTheTable() {
        var noise = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int i = 0; i < 900 * 900; i++) {
            noise.setRGB(i % 900, i / 900, random.nextInt());
        }
        Developed.Picture picture = darkroom.print(noise);
        assertThat(picture.list().length).isLessThan(20_000);
        assertThat(picture.page().length).isLessThan(120_000);
        assertThat(picture.feed().length).isLessThan(400_000);
    }

    @Test
    void nothingOfTheCameraIsLeft() throws IOException {
        byte[] sent = withExif(Goods.file(600, 600, "jpeg"), 1);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(PLACE, "Exif");
        var picture = (Developed.Picture) darkroom.develop(sent);
        for (byte[] file : new byte[][] {picture.list(), picture.page(), picture.feed()}) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        }
    }

    /** The picture is red on the left; where red is to be found afterwards tells how it was turned. */
    @Test
    void aPictureIsTurnedAsTheCameraWasHeld() throws IOException {
        int[][] red = {{0, 1}, {2, 1}, {2, 1}, {0, 1}, {1, 0}, {1, 0}, {1, 2}, {1, 2}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] sent = withExif(Goods.file(640, 640, "jpeg"), orientation);
            assertThat(Orientation.of(sent)).isEqualTo(orientation);
            var picture = (Developed.Picture) darkroom.develop(sent);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.list()));
            int step = read.getWidth() / 2 - 10;
            int at = read.getRGB(10 + red[orientation - 1][0] * step, 10 + red[orientation - 1][1] * step);
            assertThat(at >> 16 & 0xFF)
                    .as("red with orientation " + orientation)
                    .isGreaterThan(150);
            assertThat(at & 0xFF).as("blue with orientation " + orientation).isLessThan(100);
        }
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsReason() {
        assertThat(darkroom.develop("%PDF-1.7 hello".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Developed.Refused(Developed.Why.NOT_A_PICTURE));
        assertThat(darkroom.develop(new byte[0])).isEqualTo(new Developed.Refused(Developed.Why.NOT_A_PICTURE));
        byte[] cut = java.util.Arrays.copyOf(Goods.file(800, 800, "png"), 300);
        assertThat(darkroom.develop(cut)).isInstanceOf(Developed.Refused.class);
        assertThat(darkroom.develop(Goods.file(199, 400, "png")))
                .isEqualTo(new Developed.Refused(Developed.Why.TOO_SMALL));
        assertThat(darkroom.develop(new byte[Darkroom.BYTES_MAX + 1]))
                .isEqualTo(new Developed.Refused(Developed.Why.TOO_LARGE));
    }

    /** A JPEG with an EXIF part in front: an orientation and, in a comment, a place. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        var tiff = new ByteArrayOutputStream();
        tiff.write("II*\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.write(
                new byte[] {8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0});
        tiff.write(PLACE.getBytes(StandardCharsets.US_ASCII));
        var all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        int length = tiff.size() + 8;
        all.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        all.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.writeTo(all);
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }
}
