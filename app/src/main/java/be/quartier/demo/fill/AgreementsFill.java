package be.quartier.demo.fill;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Merchant;
import be.quartier.shop.sharing.Sharing;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invented communes have an agreement, and two shops of each let the other show their goods. */
@Component
@Order(95)
class AgreementsFill implements FillStep {

    private static final Duration AGO = Duration.ofDays(20);
    private static final int SHARED = 2;

    private final Sharing sharing;
    private final Communes communes;
    private final Participants participants;
    private final Cast cast;
    private final InstallationClock clock;

    AgreementsFill(Sharing sharing, Communes communes, Participants participants, Cast cast, InstallationClock clock) {
        this.sharing = sharing;
        this.communes = communes;
        this.participants = participants;
        this.cast = cast;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public boolean reachesOut() {
        return true;
    }

    @Override
    public void fill(Town town) {
        UUID officer = cast.person(town, Role.ECONOMY);
        UUID shopkeeper = cast.person(town, Role.MERCHANT);
        communes.all().stream()
                .filter(other ->
                        other.kind() == Commune.Kind.COMMUNE && !other.slug().equals(town.slug()))
                .forEach(other -> clock.at(clock.instant().minus(AGO), () -> {
                    sharing.sign(other.id(), officer);
                    return town.shops().stream()
                            .limit(SHARED)
                            .flatMap((Shop shop) -> participants.of(shop).stream())
                            .map(Merchant::id)
                            .filter(merchant -> sharing.share(merchant, other.id(), shopkeeper))
                            .count();
                }));
    }
}
