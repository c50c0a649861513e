package be.quartier.demo.fill;

import be.quartier.demo.region.Ware;
import be.quartier.shop.catalogue.Darkroom;
import be.quartier.shop.catalogue.Developed;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The pictures of the demonstration's shops, each drawn and printed once. */
@Component
class Prints {

    private final Darkroom darkroom;
    private final Map<String, Developed.Picture> made = new ConcurrentHashMap<>();

    Prints(Darkroom darkroom) {
        this.darkroom = darkroom;
    }

    /** What something on sale looks like. */
    Developed.Picture of(Ware ware) {
        return print(ware.drawing() + " " + ware.colour(), () -> GoodsDrawing.draw(ware.drawing(), ware.colour()));
    }

    /** The front of a shop. */
    Developed.Picture front(String colour) {
        return print("front " + colour, () -> FrontDrawing.draw(colour));
    }

    private Developed.Picture print(String what, Supplier<BufferedImage> drawing) {
        return made.computeIfAbsent(what, _ -> darkroom.print(drawing.get()));
    }
}
