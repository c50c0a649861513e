package be.quartier.merchants.callbacks;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.commune.WorkingDays;
import be.quartier.installation.Ids;
import be.quartier.merchants.Decisions;
import be.quartier.merchants.Enlisted;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Newcomer;
import be.quartier.merchants.Trades;
import be.quartier.money.Bce;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shops of the commune of {@link Tenancy} that asked to be called, and what came of the calls. The promise is one working day of
 * the Belgian calendar.
 */
@Component
@Transactional
public class CallBacks {

    /** How long somebody who says they are calling keeps others off. */
    public static final Duration HOLD = Duration.ofMinutes(20);

    /** Furthest day a further call may be promised for. */
    public static final int AGAIN_DAYS_MAX = 60;

    /** Most requests a list gives. */
    public static final int LIST_MAX = 300;

    private final CallBackRows rows;
    private final CallEventRows events;
    private final CallBackMails mails;
    private final Merchants merchants;
    private final Trades trades;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CallBacks(
            JdbcClient jdbc,
            CallBackMails mails,
            Merchants merchants,
            Trades trades,
            Decisions decisions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.rows = new CallBackRows(jdbc);
        this.events = new CallEventRows(jdbc);
        this.mails = mails;
        this.merchants = merchants;
        this.trades = trades;
        this.decisions = decisions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a wish to be called under an id made by the caller, and confirms it by mail. */
    public Asked ask(UUID id, Preregistration asked) {
        int commune = Tenancy.required().value();
        trades.all();
        Optional<Merchant> known = merchants.byBce(asked.bce());
        if (known.isPresent()) {
            return new Asked.AlreadyKnown(known.get().state());
        }
        LocalDate due = WorkingDays.after(Brussels.today(clock));
        if (rows.add(commune, id, asked, clock.instant(), due)) {
            note(id, "merchants.call-asked", Optional.empty(), "", Optional.of(due));
            mails.received(id, asked, due);
            return new Asked.Kept(due);
        }
        return rows.find(commune, id)
                .<Asked>map(same -> new Asked.Kept(same.dueOn()))
                .orElseGet(() -> new Asked.AlreadyWaiting(
                        rows.waiting(commune, asked.bce()).map(CallBack::dueOn).orElse(due)));
    }

    /** The request of an enterprise that waits for a call. */
    @Transactional(readOnly = true)
    public Optional<CallBack> waiting(Bce bce) {
        return rows.waiting(Tenancy.required().value(), bce);
    }

    /** One request. */
    @Transactional(readOnly = true)
    public Optional<CallBack> find(UUID id) {
        return rows.find(Tenancy.required().value(), id);
    }

    /** Those in one state, at most {@link #LIST_MAX}: who waits by due day, who was answered by the latest answer. */
    @Transactional(readOnly = true)
    public List<CallBack> in(CallBackState state) {
        return rows.in(Tenancy.required().value(), state, LIST_MAX);
    }

    /** What happened to a request, the latest first. */
    @Transactional(readOnly = true)
    public List<CallEvent> history(UUID id) {
        return events.of(Tenancy.required().value(), id);
    }

    /** Says that somebody is calling now; false when another is, or the request waits no more. */
    public boolean hold(UUID id, UUID by) {
        Instant now = clock.instant();
        return rows.hold(Tenancy.required().value(), id, by, now, now.plus(HOLD));
    }

    /** Puts the corrected answers in place of those given. */
    public Called correct(UUID id, int version, Preregistration asked, UUID by) {
        boolean clash = rows.waiting(Tenancy.required().value(), asked.bce())
                .filter(other -> !other.id().equals(id))
                .isPresent();
        if (clash || !rows.correct(Tenancy.required().value(), id, version, asked)) {
            return new Called.Changed();
        }
        return note(id, "merchants.call-corrected", Optional.of(by), "", Optional.empty());
    }

    /**
     * Notes a call after which another follows.
     *
     * @param reached whether somebody answered
     * @param next a working day from today, at most {@link #AGAIN_DAYS_MAX} days ahead
     */
    public Called again(UUID id, int version, boolean reached, LocalDate next, String words, UUID by) {
        if (!promisable(next)) {
            throw new IllegalArgumentException("no working day to promise: " + next);
        }
        if (!rows.again(Tenancy.required().value(), id, version, next)) {
            return new Called.Changed();
        }
        return reached
                ? note(id, "merchants.call-reached", Optional.of(by), words, Optional.of(next))
                : note(id, "merchants.call-again", Optional.of(by), words, Optional.of(next));
    }

    /** Whether a call may be promised for this day. */
    public boolean promisable(LocalDate day) {
        LocalDate today = Brussels.today(clock);
        return WorkingDays.isOne(day) && !day.isBefore(today) && !day.isAfter(today.plusDays(AGAIN_DAYS_MAX));
    }

    /** The shop takes part: its merchant exists from now on, may sign in and is told so by mail. */
    public Called confirm(UUID id, int version, String words, UUID by) {
        int commune = Tenancy.required().value();
        if (!rows.lock(commune, id, version)) {
            return new Called.Changed();
        }
        Preregistration asked = rows.find(commune, id).flatMap(CallBack::asked).orElseThrow();
        var newcomer = new Newcomer(
                asked.name(),
                asked.bce(),
                asked.trade(),
                asked.place(),
                asked.contact(),
                asked.mail(),
                asked.language());
        return switch (decisions.enlist(newcomer, by)) {
            case Enlisted.TakesPart(Merchant merchant) -> {
                rows.decide(commune, id, version, by, clock.instant(), Optional.of(merchant.id()), "");
                note(id, "merchants.call-confirmed", Optional.of(by), words, Optional.empty());
                yield new Called.TakesPart(merchant.id());
            }
            case Enlisted.Barred(Merchant merchant) -> new Called.Barred(merchant.id(), merchant.state());
        };
    }

    /** The shop does not take part; what tells who asked ends {@link CallBackRetention#KEPT} later. */
    public Called decline(UUID id, int version, DeclineReason reason, String words, UUID by) {
        return rows.decide(
                        Tenancy.required().value(), id, version, by, clock.instant(), Optional.empty(), reason.code())
                ? note(id, "merchants.call-declined", Optional.of(by), words, Optional.empty())
                : new Called.Changed();
    }

    /** Keeps what happened, in the request's own history and in the trail. */
    private Called note(UUID id, String action, Optional<UUID> by, String words, Optional<LocalDate> due) {
        String kind = action.substring(action.lastIndexOf("call-") + "call-".length());
        events.add(Tenancy.required().value(), id, new CallEvent(ids.uuid(), kind, clock.instant(), by, words, due));
        audit.record(
                by.<Actor>map(Actor.Person::new).orElse(new Actor.Job("call-back")),
                action,
                "call-back:" + id,
                due.map(day -> Map.of("day", day.toString())).orElse(Map.of()));
        return new Called.Done();
    }
}
