package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.demo.region.DemoRegion;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invented region as this installation was filled with it: as it stood on the day of the filling. */
@Component
public class DemoWorld {

    /** The name in addresses of the region itself. */
    public static final String REGION_SLUG = "region";

    static final CommuneId REGION = new CommuneId(1);

    private static final String DAY = "demo-day";

    private final InstallationFacts facts;
    private final Communes communes;
    private final Clock clock;
    private volatile @Nullable DemoRegion region;
    private volatile @Nullable LocalDate day;

    DemoWorld(InstallationFacts facts, Communes communes, Clock clock) {
        this.facts = facts;
        this.communes = communes;
        this.clock = clock;
    }

    /** The day the region was made for; today when it is not made yet. Once made it is asked for no more: it never changes. */
    public LocalDate day() {
        LocalDate known = day;
        if (known != null) {
            return known;
        }
        Optional<LocalDate> made = facts.get(DAY).map(LocalDate::parse);
        day = made.orElse(null);
        return made.orElseGet(() -> Brussels.today(clock));
    }

    /** The region; made once and kept. */
    public synchronized DemoRegion region() {
        DemoRegion made = region;
        if (made == null) {
            made = DemoRegion.of(DemoRegion.SEED, day());
            region = made;
        }
        return made;
    }

    /** The town of a commune of this installation; empty for a commune that somebody added later. */
    public Optional<Town> town(String slug) {
        return region().towns().stream()
                .filter(town ->
                        town.slug().equals(slug) && communes.bySlug(slug).isPresent())
                .findFirst();
    }

    void remember(LocalDate day) {
        facts.put(DAY, day.toString());
    }
}
