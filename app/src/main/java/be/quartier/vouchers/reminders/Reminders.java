package be.quartier.vouchers.reminders;

import be.quartier.commune.Brussels;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.messaging.SendResult;
import be.quartier.pages.Formats;
import be.quartier.people.EmailAddress;
import be.quartier.people.Vault;
import be.quartier.vouchers.Balance;
import be.quartier.vouchers.Balances;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.reminders.store.ReminderRows;
import be.quartier.vouchers.reminders.store.ReminderRows.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants to be reminded of a voucher of the current commune, and the reminders themselves. Each verb joins the caller's
 * transaction or makes its own.
 */
@Component
@Transactional
public class Reminders {

    /** Most addresses that one voucher reminds: two parents and the child. */
    public static final int ADDRESSES_MAX = 3;

    private static final String SEAL = "reminder-mail";

    private final ReminderRows rows;
    private final Campaigns campaigns;
    private final Balances balances;
    private final Messages messages;
    private final Communes communes;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final String site;

    Reminders(
            JdbcClient jdbc,
            Campaigns campaigns,
            Balances balances,
            Messages messages,
            Communes communes,
            Vault vault,
            Ids ids,
            Clock clock,
            Environment environment) {
        this.rows = new ReminderRows(jdbc);
        this.campaigns = campaigns;
        this.balances = balances;
        this.messages = messages;
        this.communes = communes;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.site = PublicAddress.of(environment);
    }

    /** Keeps an address for a voucher; false when it has as many as it may. */
    public boolean remember(UUID voucher, EmailAddress address, Language language) {
        int commune = Tenancy.required().value();
        return rows.add(
                commune,
                ids.uuid(),
                voucher,
                vault.seal(SEAL, address.value()),
                vault.hash("reminder-mail-hash", commune + " " + address.value()),
                language,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ADDRESSES_MAX);
    }

    /** The plan of a campaign's vouchers; without days when nobody is reminded. */
    @Transactional(readOnly = true)
    public ReminderPlan plan(UUID campaign) {
        return campaigns
                .find(campaign)
                .filter(known -> known.state() == CampaignState.OPEN)
                .map(known -> ReminderPlan.from(known.terms().calendar().reminderDays()))
                .orElseGet(() -> ReminderPlan.from(0));
    }

    /** Writes today's reminders and forgets the addresses of vouchers that ended; how many were written. */
    public int round() {
        int commune = Tenancy.required().value();
        LocalDate today = Brussels.today(clock);
        int written = 0;
        for (Campaign campaign : campaigns.all()) {
            ReminderPlan plan = plan(campaign.id());
            if (!plan.days().isEmpty()) {
                LocalDate far = today.plusDays(plan.days().getFirst());
                for (Waiting one : rows.waiting(commune, campaign.id(), today, far)) {
                    written += remind(campaign, plan, one, today) ? 1 : 0;
                }
            }
        }
        rows.forgetEnded(commune, today);
        return written;
    }

    private boolean remind(Campaign campaign, ReminderPlan plan, Waiting one, LocalDate today) {
        OptionalInt which = plan.today(today, one.lastDay(), Brussels.dateOf(one.since()));
        long left = balances.of(one.voucher()).map(Balance::cents).orElse(0L);
        if (which.isEmpty() || left == 0) {
            return false;
        }
        Formats formats = Formats.of(one.language());
        var commune = communes.get(Tenancy.required());
        SendResult result = messages.send(
                commune.id(),
                new Recipient.Mail(vault.open(SEAL, one.mail()).orElseThrow()),
                one.language(),
                "vouchers/reminder",
                Map.of(
                        "campaign", campaign.title(one.language()),
                        "amount", formats.euros(left),
                        "until", formats.date(one.lastDay()),
                        "link", site + "/" + commune.slug() + "/partners"),
                "reminder-" + one.id() + "-" + one.lastDay() + "-" + which.getAsInt());
        if (result instanceof SendResult.Refused(SendResult.Reason why) && why == SendResult.Reason.UNSUBSCRIBED) {
            rows.forget(commune.id().value(), one.id());
        }
        return result instanceof SendResult.Queued;
    }
}
