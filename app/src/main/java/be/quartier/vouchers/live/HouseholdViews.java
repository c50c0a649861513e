package be.quartier.vouchers.live;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.live.store.ViewRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at single households of the current commune: each has a written reason, ends by itself after half an hour, and is
 * kept where the household and the auditor read it.
 */
@Component
@Transactional
public class HouseholdViews {

    /** How long one look lasts. */
    public static final Duration LASTS = Duration.ofMinutes(30);

    /** The shortest reason that says something. */
    public static final int REASON_MIN = 15;

    /** The longest reason kept. */
    public static final int REASON_MAX = 500;

    private final ViewRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    HouseholdViews(JdbcClient jdbc, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = new ViewRows(jdbc);
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a look at the household of a voucher.
     *
     * @param serial the number printed on the voucher
     * @param reason at least {@link #REASON_MIN} characters
     * @return empty when no voucher of this campaign has the number
     */
    public Optional<HouseholdView> begin(UUID campaign, int serial, UUID viewer, String reason) {
        var words = reason.strip();
        if (words.length() < REASON_MIN || words.length() > REASON_MAX) {
            throw new IllegalArgumentException("a look at a household needs a reason");
        }
        return rows.householdOf(commune(), campaign, serial).map(household -> {
            var at = clock.instant();
            var view = new HouseholdView(ids.uuid(), campaign, household, viewer, words, at, at.plus(LASTS));
            rows.add(commune(), view);
            audit.record(
                    new Actor.Person(viewer),
                    "live.household-viewed",
                    "household:" + household,
                    Map.of("view", view.id().toString()));
            return view;
        });
    }

    /** A look that this person began and that has not ended; empty for anybody else and afterwards. */
    @Transactional(readOnly = true)
    public Optional<HouseholdView> running(UUID view, UUID viewer) {
        return rows.find(commune(), view)
                .filter(look -> look.viewer().equals(viewer) && clock.instant().isBefore(look.until()));
    }

    /** Every look at a household, the newest first: what its own page shows it. */
    @Transactional(readOnly = true)
    public List<HouseholdView> of(UUID household) {
        return rows.ofHousehold(commune(), household);
    }

    /** The newest looks of the commune: what the auditor reads. */
    @Transactional(readOnly = true)
    public List<HouseholdView> newest(int limit) {
        return rows.newest(commune(), limit);
    }

    /** The vouchers of a household looked at. */
    @Transactional(readOnly = true)
    public List<HouseholdVoucher> vouchers(HouseholdView look) {
        return rows.vouchers(commune(), look);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
