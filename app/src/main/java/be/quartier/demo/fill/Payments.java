package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Role;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.vouchers.reimbursements.Act;
import be.quartier.vouchers.reimbursements.Proposed;
import be.quartier.vouchers.reimbursements.Reimbursements;
import be.quartier.vouchers.reimbursements.Releases;
import be.quartier.vouchers.reimbursements.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Pays the invented purchases back as the town hall would have: every week a list, two signatures, a file, a bank day. */
@Component
class Payments {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration NOT_YET_PAID = Duration.ofDays(6);

    private final Purchases purchases;
    private final Reimbursements runs;
    private final Releases releases;
    private final Cast cast;
    private final InstallationClock clock;

    Payments(Purchases purchases, Reimbursements runs, Releases releases, Cast cast, InstallationClock clock) {
        this.purchases = purchases;
        this.runs = runs;
        this.releases = releases;
        this.cast = cast;
        this.clock = clock;
    }

    /** Writes the purchases in their order and pays each week's after it, the last ones only when {@code until} leaves time. */
    void writeAndPay(Town town, UUID campaign, List<History.Purchase> all, Instant until) {
        int from = 0;
        while (from < all.size()) {
            Instant end = all.get(from).at().plus(WEEK);
            int to = from;
            while (to < all.size() && all.get(to).at().isBefore(end)) {
                to++;
            }
            purchases.write(campaign, all.subList(from, to), from);
            if (end.isBefore(until.minus(NOT_YET_PAID))) {
                pay(town, campaign, end);
            }
            from = to;
        }
    }

    /** Gathers what is owed at a moment into a list that waits for signatures. */
    Optional<UUID> propose(Town town, UUID campaign, Instant at) {
        Proposed proposed = clock.at(
                at, () -> runs.propose(campaign, cast.person(town, Role.ECONOMY), name(town, Role.ECONOMY, 1)));
        return switch (proposed) {
            case Proposed.Waiting(var run, var left) -> Optional.of(run.id());
            case Proposed.AnotherWaits(var run) -> throw new IllegalStateException("another list waits: " + run.id());
            case Proposed.NothingDue nothing -> Optional.empty();
        };
    }

    private void pay(Town town, UUID campaign, Instant at) {
        propose(town, campaign, at).ifPresent(run -> {
            Instant signed = at.plus(Duration.ofHours(20));
            sign(town, run, 1, signed);
            if (runs.find(run).orElseThrow().state() == RunState.PROPOSED) {
                sign(town, run, 2, signed.plus(Duration.ofHours(2)));
            }
            UUID finance = cast.person(town, Role.FINANCE);
            done(signed.plus(Duration.ofHours(4)), () -> releases.release(run, finance));
            Instant paid = signed.plus(Duration.ofHours(50));
            LocalDate day = Brussels.dateOf(paid);
            done(paid, () -> releases.execute(run, day, finance));
        });
    }

    private void sign(Town town, UUID run, int number, Instant at) {
        UUID signer = cast.person(town, Role.APPROVER, number);
        done(at, () -> runs.approve(run, signer, name(town, Role.APPROVER, number)));
    }

    private void done(Instant at, Supplier<Act> act) {
        Act outcome = clock.at(at, act);
        if (!(outcome instanceof Act.Done)) {
            throw new IllegalStateException("The demonstration's payment was refused: " + outcome);
        }
    }

    private String name(Town town, Role role, int number) {
        return cast.in(town.slug(), role, number).orElseThrow().name();
    }
}
