package be.quartier.shop.terms;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Darkroom;
import be.quartier.shop.catalogue.Developed;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A merchant's picture is made anew, shown to everyone, and gone when the merchant takes it away. */
@QuartierTest
class ShopPhotosTests {

    private static final Actor BY = new Actor.Operator();

    @LocalServerPort
    private int port;

    @Autowired
    private ShopPhotos photos;

    @Autowired
    private Darkroom darkroom;

    @Autowired
    private TestCommunes communes;

    @Test
    void aPictureIsServedWithoutWhatTheCameraWroteAndOnlyWhileItIsTheMerchants() throws Exception {
        Commune commune = communes.fresh();
        UUID merchant = new UUID(1, 2);
        var picture = (Developed.Picture) darkroom.develop(withCameraData());
        UUID first = Tenancy.in(commune.id(), () -> {
            photos.put(merchant, picture, BY);
            return photos.of(merchant).orElseThrow();
        });
        var shown = get(commune, merchant, first, "page");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(get(communes.fresh(), merchant, first, "page").statusCode()).isEqualTo(404);
        UUID second = Tenancy.in(commune.id(), () -> {
            photos.put(merchant, picture, BY);
            return photos.of(merchant).orElseThrow();
        });
        assertThat(get(commune, merchant, first, "list").statusCode()).isEqualTo(404);
        assertThat(get(commune, merchant, second, "list").body()).hasSizeLessThan(20_000);
        Tenancy.run(commune.id(), () -> {
            assertThat(photos.remove(merchant, BY)).isTrue();
            assertThat(photos.remove(merchant, BY)).isFalse();
            assertThat(photos.of(merchant)).isEmpty();
        });
    }

    /** A JPEG with an APP1 segment as cameras write it. */
    private static byte[] withCameraData() throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(100, 100, 300, 300);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        byte[] plain = out.toByteArray();
        byte[] exif = "Exif\0\0secret place".getBytes(StandardCharsets.ISO_8859_1);
        var marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        marked.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        marked.write(exif);
        marked.write(plain, 2, plain.length - 2);
        return marked.toByteArray();
    }

    private HttpResponse<byte[]> get(Commune commune, UUID merchant, UUID photo, String size) throws Exception {
        String path = "/" + commune.slug() + "/shops/" + merchant + "/photo/" + photo + "/" + size + ".jpg";
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
