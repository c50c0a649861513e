package be.quartier.vouchers.campaigns;

import static be.quartier.vouchers.campaigns.ActDecision.refused;

import be.quartier.vouchers.campaigns.ActDecision.Moved;
import be.quartier.vouchers.campaigns.ActDecision.Refused;
import be.quartier.vouchers.campaigns.CampaignAct.Cancel;
import be.quartier.vouchers.campaigns.CampaignAct.Close;
import be.quartier.vouchers.campaigns.CampaignAct.Extend;
import be.quartier.vouchers.campaigns.CampaignAct.Open;
import be.quartier.vouchers.campaigns.CampaignAct.SendBack;
import be.quartier.vouchers.campaigns.CampaignAct.Settle;
import be.quartier.vouchers.campaigns.CampaignAct.Submit;
import be.quartier.vouchers.campaigns.CampaignAct.TakeBack;
import be.quartier.vouchers.campaigns.CampaignAct.Vote;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a campaign as a state machine: draft, voted, submitted, open, closed, settled, or cancelled.
 *
 * <p>Pure: it decides and changes nothing. The caller stores {@link Moved#progress()} in the same transaction that read
 * the campaign, under its row lock.
 */
public final class CampaignLife {

    private static final int EXTENSION_YEARS_MAX = 2;

    private CampaignLife() {}

    /** Whether {@code actor} may do {@code act} on {@code today} (Brussels), and what the campaign becomes. */
    public static ActDecision decide(CampaignProgress now, CampaignAct act, Actor actor, LocalDate today) {
        return switch (act) {
            case Vote vote -> vote(now, vote, actor, today);
            case TakeBack back ->
                preparing(now, actor, CampaignState.VOTED).orElseGet(() -> new Moved(now.in(CampaignState.DRAFT)));
            case Submit submit -> submit(now, submit, actor, today);
            case SendBack back -> sendBack(now, back, actor);
            case Open open -> open(now, actor, today);
            case Extend extend -> extend(now, extend, actor, today);
            case Close close -> close(now, actor, today);
            case Settle settle -> settle(now, settle, actor);
            case Cancel cancel -> cancel(now, cancel, actor);
        };
    }

    private static ActDecision vote(CampaignProgress now, Vote vote, Actor actor, LocalDate today) {
        var refusal = preparing(now, actor, CampaignState.DRAFT);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (vote.reference().isBlank()) {
            return refused(Refusal.REASON_MISSING);
        }
        return vote.day().isAfter(today) ? refused(Refusal.VOTE_IN_FUTURE) : new Moved(now.in(CampaignState.VOTED));
    }

    private static ActDecision submit(CampaignProgress now, Submit submit, Actor actor, LocalDate today) {
        var refusal = preparing(now, actor, CampaignState.VOTED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!submit.missing().isEmpty()) {
            return new Refused(Refusal.INCOMPLETE, submit.missing());
        }
        return today.isAfter(now.lastDay())
                ? refused(Refusal.ALREADY_OVER)
                : new Moved(now.submittedBy(actor.person()));
    }

    private static ActDecision sendBack(CampaignProgress now, SendBack back, Actor actor) {
        if (now.state() != CampaignState.SUBMITTED) {
            return refused(Refusal.WRONG_STATE);
        }
        if (!actor.approves() && !actor.prepares()) {
            return refused(Refusal.NOT_ALLOWED);
        }
        return back.reason().isBlank() ? refused(Refusal.REASON_MISSING) : new Moved(now.sentBack());
    }

    private static ActDecision open(CampaignProgress now, Actor actor, LocalDate today) {
        if (now.state() != CampaignState.SUBMITTED) {
            return refused(Refusal.WRONG_STATE);
        }
        if (!actor.approves()) {
            return refused(Refusal.NOT_ALLOWED);
        }
        var opener = actor.person();
        if (opener.equals(now.createdBy()) || now.submittedBy().equals(Optional.of(opener))) {
            return refused(Refusal.SAME_PERSON);
        }
        return today.isAfter(now.lastDay()) ? refused(Refusal.ALREADY_OVER) : new Moved(now.openedBy(opener));
    }

    private static ActDecision extend(CampaignProgress now, Extend extend, Actor actor, LocalDate today) {
        if (now.state() != CampaignState.OPEN) {
            return refused(Refusal.WRONG_STATE);
        }
        if (!actor.approves()) {
            return refused(Refusal.NOT_ALLOWED);
        }
        if (extend.decision().isBlank()) {
            return refused(Refusal.REASON_MISSING);
        }
        if (!extend.lastDay().isAfter(now.lastDay()) || extend.lastDay().isBefore(today)) {
            return refused(Refusal.NOT_LATER);
        }
        return extend.lastDay().isAfter(now.lastDay().plusYears(EXTENSION_YEARS_MAX))
                ? refused(Refusal.TOO_FAR)
                : new Moved(now.until(extend.lastDay()));
    }

    private static ActDecision close(CampaignProgress now, Actor actor, LocalDate today) {
        return preparing(now, actor, CampaignState.OPEN)
                .orElseGet(() -> today.isAfter(now.lastDay())
                        ? new Moved(now.in(CampaignState.CLOSED))
                        : refused(Refusal.NOT_OVER));
    }

    private static ActDecision settle(CampaignProgress now, Settle settle, Actor actor) {
        return preparing(now, actor, CampaignState.CLOSED)
                .orElseGet(() ->
                        settle.unpaidCents() == 0 ? new Moved(now.in(CampaignState.SETTLED)) : refused(Refusal.UNPAID));
    }

    private static ActDecision cancel(CampaignProgress now, Cancel cancel, Actor actor) {
        Set<CampaignState> cancellable = EnumSet.of(CampaignState.DRAFT, CampaignState.VOTED, CampaignState.SUBMITTED);
        if (!cancellable.contains(now.state())) {
            return refused(Refusal.WRONG_STATE);
        }
        if (!actor.prepares()) {
            return refused(Refusal.NOT_ALLOWED);
        }
        return cancel.reason().isBlank() ? refused(Refusal.REASON_MISSING) : new Moved(now.in(CampaignState.CANCELLED));
    }

    private static Optional<ActDecision> preparing(CampaignProgress now, Actor actor, CampaignState needed) {
        if (now.state() != needed) {
            return Optional.of(refused(Refusal.WRONG_STATE));
        }
        return actor.prepares() ? Optional.empty() : Optional.of(refused(Refusal.NOT_ALLOWED));
    }
}
