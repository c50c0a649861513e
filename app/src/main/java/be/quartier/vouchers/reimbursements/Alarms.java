package be.quartier.vouchers.reimbursements;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.messaging.SendResult;
import be.quartier.pages.Formats;
import be.quartier.people.Actor;
import be.quartier.people.Addressees;
import be.quartier.people.Addressees.Addressee;
import be.quartier.people.AuditTrail;
import be.quartier.people.Person;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns everybody in finance by mail when shops have waited seven days, while the promise of ten can still be kept.
 *
 * <p>A person is written to at most once a day for a campaign, however often this is asked and by however many nodes: the mail's
 * key says the day.
 */
@Component
class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Claims claims;
    private final Reimbursements reimbursements;
    private final Campaigns campaigns;
    private final Communes communes;
    private final Addressees addressees;
    private final Messages messages;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final String baseUrl;
    private final Clock clock;

    Alarms(
            Claims claims,
            Reimbursements reimbursements,
            Campaigns campaigns,
            Communes communes,
            Addressees addressees,
            Messages messages,
            AuditTrail audit,
            TransactionTemplate transactions,
            Environment environment,
            Clock clock) {
        this.claims = claims;
        this.reimbursements = reimbursements;
        this.campaigns = campaigns;
        this.communes = communes;
        this.addressees = addressees;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.baseUrl = PublicAddress.of(environment);
        this.clock = clock;
    }

    /** What one shop waits for: a claim, or its line in a run that has not gone to the bank. */
    private record Wait(long cents, LocalDate oldest) {}

    /**
     * Warns for every campaign of the commune of {@link Tenancy} in which a shop has waited long enough; gives how many mails were
     * written.
     */
    int round() {
        LocalDate today = Brussels.today(clock);
        int written = 0;
        for (Campaign campaign : campaigns.all()) {
            boolean owes = campaign.state() == CampaignState.OPEN || campaign.state() == CampaignState.CLOSED;
            List<Wait> late = owes ? late(campaign, today) : List.of();
            if (!late.isEmpty()) {
                written += warn(campaign, late, today);
            }
        }
        return written;
    }

    private List<Wait> late(Campaign campaign, LocalDate today) {
        Stream<Wait> open = claims.of(campaign.id()).stream()
                .filter(claim -> claim.netCents() > 0)
                .flatMap(claim -> claim.oldest().stream().map(day -> new Wait(claim.netCents(), day)));
        Stream<Wait> inRuns = reimbursements.of(campaign.id()).stream()
                .filter(run -> run.state() == RunState.PROPOSED || run.state() == RunState.APPROVED)
                .flatMap(run -> reimbursements.lines(run.id()).stream())
                .map(line -> new Wait(line.amountCents(), line.oldest()));
        LocalDate latest = today.minusDays(Claim.DAYS_WARNED);
        return Stream.concat(open, inRuns)
                .filter(wait -> !wait.oldest().isAfter(latest))
                .toList();
    }

    private int warn(Campaign campaign, List<Wait> late, LocalDate today) {
        List<Addressee> finance = addressees.holding(Role.FINANCE).stream()
                .filter(one -> Recipient.Mail.valid(one.address().value()))
                .toList();
        if (finance.isEmpty()) {
            LOG.warn(
                    "{} shops of commune {} have waited {} days and nobody in finance has a mail address",
                    late.size(),
                    Tenancy.required().value(),
                    Claim.DAYS_WARNED);
            return 0;
        }
        Integer written = transactions.execute(_ -> write(campaign, late, today, finance));
        return written == null ? 0 : written;
    }

    private int write(Campaign campaign, List<Wait> late, LocalDate today, List<Addressee> finance) {
        int written = 0;
        for (Addressee to : finance) {
            SendResult result = messages.send(
                    Tenancy.required(),
                    new Recipient.Mail(to.address().value()),
                    to.person().language(),
                    "vouchers/shops-wait",
                    values(campaign, late, to.person()),
                    "reimbursement-alarm-" + campaign.id() + "-" + today + "-"
                            + to.person().id());
            written += result instanceof SendResult.Queued ? 1 : 0;
        }
        if (written > 0) {
            audit.record(
                    new Actor.Job("reimbursement-alarm"),
                    "reimbursements.alarm-sent",
                    "campaign:" + campaign.id(),
                    Map.of(
                            "shops", Integer.toString(late.size()),
                            "cents", Long.toString(cents(late)),
                            "oldest", oldest(late).toString(),
                            "mails", Integer.toString(written)));
        }
        return written;
    }

    private Map<String, String> values(Campaign campaign, List<Wait> late, Person person) {
        Formats formats = Formats.of(person.language());
        Commune commune = communes.get(Tenancy.required());
        LocalDate oldest = oldest(late);
        return Map.of(
                "name", person.name(),
                "campaign", campaign.title(person.language()),
                "shops", Integer.toString(late.size()),
                "amount", formats.euros(cents(late)),
                "oldest", formats.date(oldest),
                "due", formats.date(oldest.plusDays(Claim.DAYS_PROMISED)),
                "link", baseUrl + "/" + commune.slug() + "/vouchers/reimbursements");
    }

    private static long cents(List<Wait> late) {
        return late.stream().mapToLong(Wait::cents).reduce(0, Math::addExact);
    }

    private static LocalDate oldest(List<Wait> late) {
        return late.stream().map(Wait::oldest).min(LocalDate::compareTo).orElseThrow();
    }
}
