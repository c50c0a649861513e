package be.quartier.shop.catalogue.web;

import be.quartier.pages.Form;
import be.quartier.shop.catalogue.Darkroom;
import be.quartier.shop.catalogue.Developed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the picture of a form; what is wrong with it is said at the field {@code photo}. */
@Component
class SentPhoto {

    private final Darkroom darkroom;

    SentPhoto(Darkroom darkroom) {
        this.darkroom = darkroom;
    }

    /** The picture, when one was sent that can be used. */
    Optional<Developed.Picture> read(Form form, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        if (file.getSize() > Darkroom.BYTES_MAX) {
            form.refuse("photo", "catalogue.photo.too-large");
            return Optional.empty();
        }
        return switch (darkroom.develop(bytes(file))) {
            case Developed.Picture picture -> Optional.of(picture);
            case Developed.Refused(Developed.Why why) -> {
                form.refuse("photo", "catalogue.photo." + why.code());
                yield Optional.empty();
            }
        };
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
