package be.quartier.messaging.delivery;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.messaging.LetterLeft;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.messaging.SendResult;
import be.quartier.messaging.store.Digest;
import be.quartier.messaging.store.OutboxRow;
import be.quartier.messaging.store.OutboxStore;
import be.quartier.messaging.store.Refusals;
import be.quartier.messaging.template.Kind;
import be.quartier.messaging.template.Template;
import be.quartier.messaging.template.Templates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes messages into the outbox in the caller's transaction and wakes the worker once that has committed. */
public class Writing implements Messages {

    private final OutboxStore store;
    private final Refusals refusals;
    private final Templates templates;
    private final Communes communes;
    private final Limits limits;
    private final OutboxWorker worker;
    private final Clock clock;
    private final Ids ids;
    private final byte[] recipientKey;

    /** @param worker woken after each commit that wrote a message */
    public Writing(
            OutboxStore store,
            Refusals refusals,
            Templates templates,
            Communes communes,
            Limits limits,
            OutboxWorker worker,
            Clock clock,
            Ids ids,
            MasterKey key) {
        this.store = store;
        this.refusals = refusals;
        this.templates = templates;
        this.communes = communes;
        this.limits = limits;
        this.worker = worker;
        this.clock = clock;
        this.ids = ids;
        this.recipientKey = key.derive("message-recipient");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SendResult send(
            CommuneId commune,
            Recipient recipient,
            Language language,
            String name,
            Map<String, String> given,
            String key) {
        requireCurrent(commune);
        Template template = templates.get(name, language);
        Templates.require(template, name, given);
        Optional<SendResult> already = store.idOf(commune, key).map(SendResult.Already::new);
        if (already.isPresent()) {
            return already.get();
        }
        Digest hash = digest(commune, recipient);
        Instant now = clock.instant();
        if (template.kind() == Kind.MAILING && refusals.has(commune, hash)) {
            return new SendResult.Refused(SendResult.Reason.UNSUBSCRIBED);
        }
        if (store.countTo(commune, hash, Brussels.startOf(Brussels.dateOf(now))) >= limits.perRecipientAndDayMax()) {
            return new SendResult.Refused(SendResult.Reason.TOO_MANY_TODAY);
        }
        Map<String, String> values = new HashMap<>(given);
        values.put(Templates.COMMUNE, communes.get(commune).name(language));
        OutboxRow row = new OutboxRow(
                commune,
                ids.uuid(),
                key,
                recipient.channel(),
                template.kind(),
                recipient.address(),
                hash,
                language,
                name,
                template.subject(values),
                template.text(values),
                template.html(values),
                now);
        if (!store.add(row)) {
            return new SendResult.Already(store.idOf(commune, key).orElseThrow());
        }
        wakeAfterCommit();
        return new SendResult.Queued(row.id());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int recordLetters(CommuneId commune, List<LetterLeft> letters) {
        requireCurrent(commune);
        Instant now = clock.instant();
        int written = 0;
        for (LetterLeft letter : letters) {
            OutboxRow row = new OutboxRow(
                    commune,
                    ids.uuid(),
                    letter.key(),
                    letter.to().channel(),
                    Kind.RECORD,
                    letter.to().address(),
                    digest(commune, letter.to()),
                    letter.language(),
                    "letter",
                    letter.subject(),
                    letter.text(),
                    "",
                    now);
            written += store.addSent(row) ? 1 : 0;
        }
        return written;
    }

    private Digest digest(CommuneId commune, Recipient recipient) {
        String place = commune.value() + " " + recipient.channel().code() + " " + recipient.address();
        return new Digest(MasterKey.hmac(recipientKey, place.getBytes(StandardCharsets.UTF_8)));
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }

    private static void requireCurrent(CommuneId commune) {
        if (!Tenancy.required().equals(commune)) {
            throw new IllegalStateException("a message is written by the commune of the transaction");
        }
    }
}
