package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.vouchers.campaigns.Actor;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the page of a campaign offers to do; whether it may happen is decided when it is asked. */
public enum OfferedAct {
    /** Record the council's decision. */
    VOTE(true, false),
    /** Take it back to draft. */
    TAKE_BACK(true, false),
    /** Hand it to a second person. */
    SUBMIT(true, false),
    /** Open it. */
    OPEN(false, true),
    /** Do not open it, and say why. */
    SEND_BACK(true, true),
    /** Let vouchers be spent longer. */
    EXTEND(false, true),
    /** End it after its last day. */
    CLOSE(true, false),
    /** Make its accounts final. */
    SETTLE(true, false),
    /** Give it up. */
    CANCEL(true, false);

    private final boolean prepares;
    private final boolean approves;

    OfferedAct(boolean prepares, boolean approves) {
        this.prepares = prepares;
        this.approves = approves;
    }

    /** The stable word in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the act goes the other way than on: shown less loudly. */
    public boolean quiet() {
        return this == TAKE_BACK || this == SEND_BACK || this == CANCEL;
    }

    static Optional<OfferedAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    /** The acts that the campaign's state and the visitor's roles leave. */
    static List<OfferedAct> of(Campaign campaign, Visitor visitor, LocalDate today) {
        var actor = actor(visitor);
        return Arrays.stream(values())
                .filter(act -> (act.prepares && actor.prepares()) || (act.approves && actor.approves()))
                .filter(act -> act.fits(campaign, actor, today))
                .toList();
    }

    static Actor actor(Visitor visitor) {
        return new Actor(visitor.id(), visitor.is(Role.ECONOMY, Role.FINANCE), visitor.is(Role.APPROVER));
    }

    private boolean fits(Campaign campaign, Actor actor, LocalDate today) {
        var state = campaign.state();
        return switch (this) {
            case VOTE ->
                state == CampaignState.DRAFT && campaign.terms().missing().equals(List.of("decision"));
            case TAKE_BACK, SUBMIT -> state == CampaignState.VOTED;
            case OPEN -> state == CampaignState.SUBMITTED && secondPerson(campaign, actor);
            case SEND_BACK -> state == CampaignState.SUBMITTED;
            case EXTEND -> state == CampaignState.OPEN;
            case CLOSE ->
                state == CampaignState.OPEN && today.isAfter(campaign.progress().lastDay());
            case SETTLE -> state == CampaignState.CLOSED;
            case CANCEL ->
                state == CampaignState.DRAFT || state == CampaignState.VOTED || state == CampaignState.SUBMITTED;
        };
    }

    private static boolean secondPerson(Campaign campaign, Actor actor) {
        var progress = campaign.progress();
        return !actor.person().equals(progress.createdBy())
                && !progress.submittedBy().equals(Optional.of(actor.person()));
    }
}
