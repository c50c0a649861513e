package be.quartier.testing;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Communes made for one test, so that tests never see each other's rows. */
@Fixture
public class TestCommunes {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final Communes communes;

    /** @param communes the directory to add to */
    public TestCommunes(Communes communes) {
        this.communes = communes;
    }

    /** A new, empty commune, French first, serving all four languages. */
    public Commune fresh() {
        int number = NEXT.incrementAndGet();
        String name = "Testcommune " + number;
        Commune commune = new Commune(
                new CommuneId(number),
                "testcommune-" + number,
                Commune.Kind.COMMUNE,
                Map.of(Language.FR, name, Language.NL, name, Language.DE, name, Language.EN, name),
                List.of(Language.values()),
                List.of("9" + number % 1000));
        communes.add(commune);
        return commune;
    }
}
