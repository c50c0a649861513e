package be.quartier.vouchers.campaigns;

import be.quartier.people.Actor.Job;
import be.quartier.people.Actor.Person;
import be.quartier.people.AuditTrail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says every act on a campaign to the commune's audit trail, without personal data. */
@Component
class CampaignTrail {

    private static final int REASON_MAX = 500;

    private final AuditTrail audit;

    CampaignTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void created(Campaign campaign, UUID creator) {
        audit.record(new Person(creator), "campaigns.created", subject(campaign));
    }

    void edited(Campaign campaign, Step step, UUID editor) {
        audit.record(new Person(editor), "campaigns.edited", subject(campaign), Map.of("step", step.code()));
    }

    void acted(Campaign campaign, ActLine line) {
        var who = line.actor().<be.quartier.people.Actor>map(Person::new).orElseGet(() -> new Job("closing"));
        audit.record(
                who,
                "campaigns." + line.act(),
                subject(campaign),
                Map.of("from", line.from().code(), "to", line.to().code()));
    }

    /** The line an act leaves in the campaign's own file. */
    ActLine line(Campaign now, CampaignAct act, CampaignProgress next, Actor actor, Instant at) {
        var extend = act instanceof CampaignAct.Extend it ? Optional.of(it) : Optional.<CampaignAct.Extend>empty();
        Optional<LocalDate> before = extend.map(any -> now.progress().lastDay());
        return new ActLine(
                word(act),
                now.state(),
                next.state(),
                Optional.of(actor).filter(who -> !who.equals(Actor.SYSTEM)).map(Actor::person),
                reason(act),
                before,
                extend.map(CampaignAct.Extend::lastDay),
                extend.map(CampaignAct.Extend::budgetYear),
                at);
    }

    private static String word(CampaignAct act) {
        return switch (act) {
            case CampaignAct.Vote it -> "voted";
            case CampaignAct.TakeBack it -> "taken-back";
            case CampaignAct.Submit it -> "submitted";
            case CampaignAct.SendBack it -> "sent-back";
            case CampaignAct.Open it -> "opened";
            case CampaignAct.Extend it -> "extended";
            case CampaignAct.Close it -> "closed";
            case CampaignAct.Settle it -> "settled";
            case CampaignAct.Cancel it -> "cancelled";
        };
    }

    private static String reason(CampaignAct act) {
        var said = switch (act) {
            case CampaignAct.Vote it -> it.reference();
            case CampaignAct.SendBack it -> it.reason();
            case CampaignAct.Extend it -> it.decision();
            case CampaignAct.Cancel it -> it.reason();
            case CampaignAct.TakeBack it -> "";
            case CampaignAct.Submit it -> "";
            case CampaignAct.Open it -> "";
            case CampaignAct.Close it -> "";
            case CampaignAct.Settle it -> "";
        };
        var plain = said.strip();
        return plain.substring(0, Math.min(plain.length(), REASON_MAX));
    }

    private static String subject(Campaign campaign) {
        return "campaign:" + campaign.id();
    }
}
