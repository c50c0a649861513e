package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Role;
import be.quartier.commune.WorkingDays;
import be.quartier.demo.region.Caller;
import be.quartier.demo.region.Town;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Place;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Called;
import be.quartier.merchants.callbacks.DeclineReason;
import be.quartier.merchants.callbacks.Moment;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.merchants.callbacks.Wish;
import be.quartier.money.Bce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shops that asked to be called: one just now, one that is due today, one forgotten, one thinking it over, one to call again,
 * one that will not. The town hall calls on working days only; on another day what is due waits for the next one.
 */
@Component
@Order(46)
class CallersFill implements FillStep {

    private static final LocalTime ASKED = LocalTime.of(16, 20);
    private static final LocalTime CALLED = LocalTime.of(10, 15);

    private final CallBacks calls;
    private final Cast cast;
    private final Ids ids;
    private final InstallationClock clock;

    CallersFill(CallBacks calls, Cast cast, Ids ids, InstallationClock clock) {
        this.calls = calls;
        this.cast = cast;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "call-backs";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        UUID officer = cast.person(town, Role.ECONOMY);
        LocalDate next = WorkingDays.after(Brussels.today(clock));
        LocalDate today = Brussels.today(clock);
        for (Caller caller : Caller.of(town.slug())) {
            LocalDate due = WorkingDays.isOne(today) ? today : next;
            for (int days = caller.daysLate(); days > 0; days--) {
                due = WorkingDays.before(due);
            }
            Instant asked = caller.fate().equals("new")
                    ? clock.instant().minus(Duration.ofHours(2))
                    : moment(WorkingDays.before(due), ASKED);
            UUID id = ids.uuid();
            clock.at(asked, () -> calls.ask(id, answers(town, caller)));
            clock.at(moment(due, CALLED), () -> called(id, caller, next, officer));
        }
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Brussels.ZONE).toInstant();
    }

    /** What came of the first call; nothing for a shop that nobody called yet. */
    private Optional<Called> called(UUID id, Caller caller, LocalDate next, UUID officer) {
        return switch (caller.fate()) {
            case "reached" -> Optional.of(calls.again(id, 1, true, next, caller.notes(), officer));
            case "again" -> Optional.of(calls.again(id, 1, false, next, caller.notes(), officer));
            case "declined" -> Optional.of(calls.decline(id, 1, DeclineReason.OTHER, caller.notes(), officer));
            default -> Optional.empty();
        };
    }

    private static Preregistration answers(Town town, Caller caller) {
        var place = new Place(
                caller.name(),
                caller.street(),
                caller.number(),
                "",
                town.postcode(),
                town.name(caller.language()),
                Optional.empty(),
                Optional.empty());
        return new Preregistration(
                Bce.parse(caller.enterprise()).orThrow(),
                caller.trade(),
                place,
                caller.contact(),
                caller.phone(),
                caller.mail(),
                caller.language(),
                moments(caller.moments()),
                caller.sells(),
                wishes(caller.wishes()),
                caller.words());
    }

    private static Set<Moment> moments(List<String> codes) {
        return codes.stream()
                .map(code -> Moment.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static Set<Wish> wishes(List<String> codes) {
        return codes.stream()
                .map(code -> Wish.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
