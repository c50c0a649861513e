package be.quartier.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More pictures of a product and of a shop: added, ordered, described, taken away, by their merchant alone. */
@QuartierTest
class GalleryTests {

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Gallery gallery;

    @Autowired
    Moderation moderation;

    private Commune here;
    private UUID baker;
    private UUID bread;
    private Developed.Picture picture;

    @BeforeEach
    void aBakerWithBread() {
        here = communes.fresh();
        picture = goods.picture();
        baker = Tenancy.in(here.id(), () -> goods.merchant(1, "La Mie", "bakery"));
        bread = Tenancy.in(here.id(), () -> goods.sold(baker, "Pain", "", Language.FR));
    }

    private Outcome add(Optional<UUID> product, String alt) {
        return Tenancy.in(here.id(), () -> gallery.add(baker, product, picture, alt, Goods.BY));
    }

    private List<String> shown(Optional<UUID> product) {
        return Tenancy.in(
                here.id(),
                () -> gallery.of(baker, product).stream().map(GalleryPhoto::alt).toList());
    }

    private UUID photo(int place) {
        return Tenancy.in(
                here.id(),
                () -> gallery.of(baker, Optional.of(bread)).get(place).id());
    }

    @Test
    void picturesKeepTheOrderTheMerchantGivesThem() {
        for (String alt : List.of("la croûte", "la mie", "le four")) {
            assertThat(add(Optional.of(bread), alt)).isEqualTo(Outcome.DONE);
        }
        add(Optional.empty(), "le magasin");
        assertThat(shown(Optional.of(bread))).containsExactly("la croûte", "la mie", "le four");
        assertThat(shown(Optional.empty())).containsExactly("le magasin");
        Tenancy.run(here.id(), () -> {
            gallery.forward(baker, photo(2), Goods.BY);
            gallery.forward(baker, photo(0), Goods.BY);
            gallery.describe(baker, photo(1), "le four à bois", Goods.BY);
            gallery.remove(baker, photo(2), Goods.BY);
        });
        assertThat(shown(Optional.of(bread))).containsExactly("la croûte", "le four à bois");
        assertThat(Tenancy.in(here.id(), () -> gallery.file(photo(0), false))).isPresent();
    }

    @Test
    void anotherMerchantTouchesNothing() {
        add(Optional.of(bread), "la croûte");
        UUID photo = photo(0);
        Tenancy.run(here.id(), () -> {
            UUID other = goods.merchant(2, "La Toupie", "toys");
            assertThat(gallery.remove(other, photo, Goods.BY)).isEqualTo(Outcome.UNKNOWN);
            assertThat(gallery.describe(other, photo, "à moi", Goods.BY)).isEqualTo(Outcome.UNKNOWN);
            assertThat(gallery.add(other, Optional.of(bread), picture, "à moi", Goods.BY))
                    .isEqualTo(Outcome.UNKNOWN);
        });
        assertThat(shown(Optional.of(bread))).containsExactly("la croûte");
    }

    @Test
    void theLastPlaceIsGivenOnceHoweverManyAskAtOnce() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> work = IntStream.range(0, 50)
                    .<Callable<Outcome>>mapToObj(number -> () -> add(Optional.empty(), "photo " + number))
                    .toList();
            long added = 0;
            for (var done : many.invokeAll(work)) {
                added += done.get() == Outcome.DONE ? 1 : 0;
            }
            assertThat(added).isEqualTo(Gallery.MOST);
        }
        assertThat(shown(Optional.empty())).hasSize(Gallery.MOST);
    }

    @Test
    void theTownHallLooksAtAPictureThatCameLater() {
        Tenancy.run(
                here.id(),
                () -> moderation.waiting(new UUID(0, 0), 50).forEach(one -> moderation.see(one.id(), new UUID(1, 1))));
        add(Optional.of(bread), "la croûte");
        assertThat(Tenancy.in(here.id(), () -> moderation.waiting(new UUID(0, 0), 50)))
                .singleElement()
                .matches(ProductChange::picture);
    }
}
