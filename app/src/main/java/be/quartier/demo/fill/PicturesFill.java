package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.demo.region.Ware;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Merchant;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.Gallery;
import be.quartier.shop.terms.ShopPhotos;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every shop shows its front; the first ones show some of their goods too. */
@Component
@Order(47)
class PicturesFill implements FillStep {

    private static final Actor FILLING = new Actor.Job("demo-fill");
    private static final Duration AGO = Duration.ofDays(41);
    private static final List<String> COLOURS = List.of("red", "green", "blue", "gold", "brown");
    private static final int WITH_GALLERY = 3;
    private static final int GALLERY = 3;

    private final Participants participants;
    private final ShopPhotos photos;
    private final Gallery gallery;
    private final Prints prints;
    private final InstallationClock clock;

    PicturesFill(
            Participants participants, ShopPhotos photos, Gallery gallery, Prints prints, InstallationClock clock) {
        this.participants = participants;
        this.photos = photos;
        this.gallery = gallery;
        this.prints = prints;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shop-pictures";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        for (int i = 0; i < town.shops().size(); i++) {
            Shop shop = town.shops().get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            boolean more = i < WITH_GALLERY;
            participants
                    .of(shop)
                    .map(Merchant::id)
                    .ifPresent(
                            merchant -> clock.at(clock.instant().minus(AGO), () -> show(merchant, shop, colour, more)));
        }
    }

    private int show(UUID merchant, Shop shop, String colour, boolean more) {
        photos.put(merchant, prints.front(colour), FILLING);
        List<Ware> wares = more ? Ware.of(shop.trade()).stream().limit(GALLERY).toList() : List.of();
        for (Ware ware : wares) {
            Language language = ware.names().containsKey(shop.language()) ? shop.language() : Language.FR;
            gallery.add(
                    merchant,
                    Optional.empty(),
                    prints.of(ware),
                    ware.names().getOrDefault(language, shop.name()),
                    FILLING);
        }
        return wares.size();
    }
}
