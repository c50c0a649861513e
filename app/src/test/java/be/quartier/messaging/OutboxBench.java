package be.quartier.messaging;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.messaging.delivery.Limits;
import be.quartier.messaging.delivery.OutboxWorker;
import be.quartier.messaging.delivery.Unsubscribing;
import be.quartier.messaging.delivery.Writing;
import be.quartier.messaging.store.OutboxReading;
import be.quartier.messaging.store.OutboxStore;
import be.quartier.messaging.store.Refusals;
import be.quartier.messaging.template.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox on the real database with a clock, carriers and limits of the test's own. */
final class OutboxBench {

    static final Limits SMALL = new Limits(10, 1_000, 8, Duration.ofMinutes(5), Duration.ofMinutes(15));

    final MovableClock clock = new MovableClock();
    final Commune commune;
    final OutboxReading outbox;
    final Unsubscribing unsubscribing;
    final TransactionTemplate transactions;

    private final JdbcClient jdbc;
    private final Writing writing;

    OutboxBench(
            Commune commune,
            JdbcClient jdbc,
            Communes communes,
            MasterKey key,
            PlatformTransactionManager manager,
            Limits limits) {
        this.commune = commune;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.outbox = new OutboxReading(jdbc);
        this.unsubscribing = new Unsubscribing(new Refusals(jdbc), clock, key, "https://quartier.example");
        this.writing = new Writing(
                new OutboxStore(jdbc),
                new Refusals(jdbc),
                new Templates(),
                communes,
                limits,
                worker(limits),
                clock,
                new Ids(clock, RandomGenerator.getDefault()),
                key);
    }

    OutboxWorker worker(Limits limits, Carrier... carriers) {
        return new OutboxWorker(
                new OutboxStore(jdbc), transactions, List.of(carriers), unsubscribing, limits, clock, () -> false);
    }

    /** Runs rounds until nothing is left in hand. */
    void work(OutboxWorker worker) throws InterruptedException {
        while (worker.round(commune) > 0) {
            worker.finish();
        }
        worker.finish();
    }

    SendResult send(String to, String template, Map<String, String> values, String messageKey) {
        return inside(
                () -> writing.send(commune.id(), new Recipient.Mail(to), Language.FR, template, values, messageKey));
    }

    UUID notice(String messageKey) {
        SendResult result = send(messageKey + "@example.org", "testing/notice", Map.of("what", "Bonjour"), messageKey);
        return ((SendResult.Queued) result).id();
    }

    int recordLetters(LetterLeft... letters) {
        return inside(() -> writing.recordLetters(commune.id(), List.of(letters)));
    }

    OutgoingMessage read(UUID id) {
        return inside(() -> outbox.find(id).orElseThrow());
    }

    <T> T inside(java.util.function.Supplier<T> work) {
        T result = Tenancy.in(commune.id(), () -> transactions.execute(status -> work.get()));
        if (result == null) {
            throw new IllegalStateException("the work gave nothing");
        }
        return result;
    }
}
