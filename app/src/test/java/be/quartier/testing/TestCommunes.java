package be.quartier.testing;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Communes made for one test, so that tests never see each other's rows. */
@Fixture
public class TestCommunes {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final Communes communes;
    private final Queue<Integer> made = new ConcurrentLinkedQueue<>();

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
        made.add(number);
        return commune;
    }

    /**
     * Takes the communes made so far out of the directory; their rows stay behind unseen. Background work goes round all communes
     * every second or two: with those of all tests that would soon be most of what the machine does.
     */
    void leave() {
        Integer[] gone = made.toArray(Integer[]::new);
        made.removeAll(List.of(gone));
        try (Connection owner = TestInstallation.get().database().connectAsOwner();
                PreparedStatement delete = owner.prepareStatement("delete from commune where commune_id = any (?)")) {
            delete.setArray(1, owner.createArrayOf("int", gone));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        communes.reload();
    }
}
