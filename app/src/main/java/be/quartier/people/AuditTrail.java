package be.quartier.people;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.AuditStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what, in the commune of {@link Tenancy}. Lines are added and never changed: the application's database role may
 * only insert and read.
 *
 * <p>A line joins the caller's transaction, so an act and its line are kept or lost together.
 */
public class AuditTrail {

    /** Most lines one page of {@link #read} gives. */
    public static final int PAGE = 50;

    /** Most people a filter offers. */
    public static final int ACTORS_MAX = 300;

    private static final int VALUE_MAX = 200;

    private final AuditStore store;
    private final Ids ids;
    private final InstantSource clock;

    /** @param clock the installation's clock */
    public AuditTrail(AuditStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param action what was done: {@code module.thing-done} in lower case, such as {@code people.role-granted}
     * @param subject what it was done to: {@code thing:id}, at most 120 characters
     * @param details further facts, without personal data: ids, codes, amounts in cents, days; values of at most 200
     *     characters
     * @throws IllegalArgumentException when a detail looks like an e-mail address or is too long
     */
    @Transactional
    public void record(Actor actor, String action, String subject, Map<String, String> details) {
        details.forEach((name, value) -> {
            if (value.length() > VALUE_MAX || value.contains("@")) {
                throw new IllegalArgumentException("detail " + name + " of " + action + " must be short and nobody's");
            }
        });
        store.add(Tenancy.required(), new AuditLine(ids.uuid(), clock.instant(), actor, action, subject, details));
    }

    /** Adds a line without details. */
    @Transactional
    public void record(Actor actor, String action, String subject) {
        record(actor, action, subject, Map.of());
    }

    /** Those who ever did something here, at most {@link #ACTORS_MAX}, in no particular order. */
    @Transactional(readOnly = true)
    public List<Actor> actors() {
        return store.actors(Tenancy.required(), ACTORS_MAX);
    }

    /** The lines that match, newest first, at most {@link #PAGE}; continue with {@link AuditQuery#before}. */
    @Transactional(readOnly = true)
    public List<AuditLine> read(AuditQuery query) {
        return store.read(Tenancy.required(), query, PAGE);
    }
}
