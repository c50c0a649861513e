package be.quartier.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.MasterKey;
import be.quartier.messaging.delivery.Limits;
import be.quartier.messaging.delivery.OutboxWorker;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;

/** The outbox: what is written leaves, once, whatever happens on the way. */
@QuartierTest
class OutboxTests {

    @Autowired
    private TestCommunes testCommunes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Communes communes;

    @Autowired
    private MasterKey key;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Messages messages;

    private OutboxBench bench;

    @BeforeEach
    void freshCommune() {
        bench = bench(OutboxBench.SMALL);
    }

    private OutboxBench bench(Limits limits) {
        return new OutboxBench(testCommunes.fresh(), jdbc, communes, key, manager, limits);
    }

    @Test
    void aMessageLeavesOnlyIfTheCallersTransactionCommits() throws InterruptedException {
        Recording recording = new Recording(envelope -> new Carriage.Taken("250"));
        assertThatThrownBy(() -> bench.inside(() -> {
                    bench.notice("never");
                    throw new IllegalStateException("the caller fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        bench.work(bench.worker(OutboxBench.SMALL, recording));
        assertThat(recording.times).isEmpty();
        UUID id = bench.notice("kept");
        bench.work(bench.worker(OutboxBench.SMALL, recording));
        assertThat(recording.times).containsOnlyKeys(id);
        assertThat(bench.read(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void writingOutsideATransactionOrForAnotherCommuneIsRefused() {
        assertThatThrownBy(() -> messages.send(
                        bench.commune.id(),
                        new Recipient.Mail("a@example.org"),
                        Language.FR,
                        "testing/notice",
                        Map.of("what", "x"),
                        "k"))
                .isInstanceOf(IllegalTransactionStateException.class);
        OutboxBench other = bench(OutboxBench.SMALL);
        assertThatThrownBy(() -> Tenancy.in(
                        other.commune.id(),
                        () -> other.transactions.execute(status -> messages.send(
                                bench.commune.id(),
                                new Recipient.Mail("a@example.org"),
                                Language.FR,
                                "testing/notice",
                                Map.of("what", "x"),
                                "k"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameKeyNeverMakesASecondMessage() {
        UUID id = bench.notice("once");
        SendResult again = bench.send("other@example.org", "testing/notice", Map.of("what", "autre"), "once");
        assertThat(again).isEqualTo(new SendResult.Already(id));
        assertThat(bench.inside(() -> bench.outbox.newest(Optional.empty(), 10)))
                .hasSize(1);
    }

    @Test
    void fourNodesCarryEachOfTwoHundredMessagesOnce() throws InterruptedException {
        OutboxBench wide = bench(new Limits(1_000, 1_000, 8, Duration.ofMinutes(5), Duration.ofMinutes(15)));
        IntStream.range(0, 200).forEach(i -> wide.notice("message" + i));
        Recording recording = new Recording(envelope -> new Carriage.Taken("250"));
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        wide.work(wide.worker(OutboxBench.SMALL, recording));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(recording.times).hasSize(200);
        assertThat(recording.times.values()).containsOnly(1);
    }

    @Test
    void aNodeThatDiesInTheMiddleLosesNothingAndTheRepetitionCarriesTheSameId() throws InterruptedException {
        UUID id = bench.notice("survivor");
        Recording recording = new Recording(envelope -> {
            throw new Recording.NodeDied();
        });
        Limits shortLease = new Limits(10, 1_000, 8, Duration.ofMillis(50), Duration.ofMinutes(15));
        bench.worker(shortLease, recording).round(bench.commune);
        while (recording.times.isEmpty()) {
            Thread.sleep(5);
        }
        assertThat(bench.read(id).state()).isEqualTo(MessageState.SENDING);
        Thread.sleep(80);
        Recording second = new Recording(envelope -> new Carriage.Taken("250"));
        OutboxWorker survivor = bench.worker(OutboxBench.SMALL, second);
        bench.work(survivor);
        assertThat(bench.read(id).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(second.times).isEmpty();
        bench.clock.move(Duration.ofMinutes(16));
        bench.work(survivor);
        assertThat(second.times).containsOnlyKeys(id);
        assertThat(bench.read(id).state()).isEqualTo(MessageState.SENT);
        assertThat(bench.read(id).attempts()).isEqualTo(2);
    }

    @Test
    void aTemporaryRefusalIsTriedAgainEverMoreRarelyAndGivenUpInTheEnd() throws InterruptedException {
        UUID id = bench.notice("patient");
        Recording recording = new Recording(envelope -> new Carriage.NotNow("451 later"));
        OutboxWorker worker = bench.worker(OutboxBench.SMALL, recording);
        bench.work(worker);
        assertThat(bench.read(id).state()).isEqualTo(MessageState.FAILED_TEMPORARY);
        assertThat(bench.read(id).reason()).contains("451 later");
        for (int i = 0; i < 60; i++) {
            bench.clock.move(Duration.ofHours(2));
            bench.work(worker);
        }
        assertThat(bench.read(id).state()).isEqualTo(MessageState.FAILED_PERMANENT);
        assertThat(recording.times.get(id)).isBetween(8, 40);
    }

    @Test
    void aPermanentRefusalIsNotTriedAgain() throws InterruptedException {
        UUID id = bench.notice("nobody");
        Recording recording = new Recording(envelope -> new Carriage.Never("550 5.1.1 User unknown"));
        OutboxWorker worker = bench.worker(OutboxBench.SMALL, recording);
        bench.work(worker);
        bench.clock.move(Duration.ofDays(2));
        bench.work(worker);
        assertThat(recording.times).containsEntry(id, 1);
        assertThat(bench.read(id).state()).isEqualTo(MessageState.FAILED_PERMANENT);
    }

    @Test
    void aCodeIsNoLongerReadableOnceItHasLeftAndWorthlessAfterAnHour() throws InterruptedException {
        Map<String, String> values = Map.of("name", "Léa", "code", "ABC123", "link", "https://quartier.example/x");
        SendResult.Queued queued = (SendResult.Queued) bench.send("lea@example.org", "testing/code", values, "code-1");
        assertThat(bench.read(queued.id()).text()).contains("ABC123");
        bench.work(bench.worker(OutboxBench.SMALL, new Recording(envelope -> new Carriage.Taken("250"))));
        assertThat(bench.read(queued.id()).text()).isEmpty();
        assertThat(bench.read(queued.id()).html()).isEmpty();
        SendResult.Queued late = (SendResult.Queued) bench.send("lea@example.org", "testing/code", values, "code-2");
        bench.clock.move(Duration.ofMinutes(61));
        Recording recording = new Recording(envelope -> new Carriage.Taken("250"));
        bench.work(bench.worker(OutboxBench.SMALL, recording));
        assertThat(recording.times).isEmpty();
        assertThat(bench.read(late.id()).state()).isEqualTo(MessageState.FAILED_PERMANENT);
    }

    @Test
    void oneRecipientGetsSoManyMessagesADayAndNoMore() {
        for (int i = 0; i < 10; i++) {
            assertThat(bench.send("much@example.org", "testing/notice", Map.of("what", "x"), "k" + i))
                    .isInstanceOf(SendResult.Queued.class);
        }
        SendResult refused = new SendResult.Refused(SendResult.Reason.TOO_MANY_TODAY);
        assertThat(bench.send("much@example.org", "testing/notice", Map.of("what", "x"), "k10"))
                .isEqualTo(refused);
        assertThat(bench.send("MUCH@example.org", "testing/notice", Map.of("what", "x"), "k11"))
                .isEqualTo(refused);
        bench.clock.move(Duration.ofDays(1));
        assertThat(bench.send("much@example.org", "testing/notice", Map.of("what", "x"), "k12"))
                .isInstanceOf(SendResult.Queued.class);
    }

    @Test
    void whatGoesOverTheDaysLimitLeavesTheNextDay() throws InterruptedException {
        Limits two = new Limits(10, 2, 8, Duration.ofMinutes(5), Duration.ofMinutes(15));
        IntStream.range(0, 5).forEach(i -> bench.notice("mail" + i));
        Recording recording = new Recording(envelope -> new Carriage.Taken("250"));
        OutboxWorker worker = bench.worker(two, recording);
        bench.work(worker);
        assertThat(recording.times).hasSize(2);
        bench.clock.move(Duration.ofDays(1));
        bench.work(worker);
        assertThat(recording.times).hasSize(4);
        bench.clock.move(Duration.ofDays(1));
        bench.work(worker);
        assertThat(recording.times).hasSize(5);
    }

    @Test
    void lettersThatLeftShowAmongTheMessagesOnce() {
        LetterLeft letter = new LetterLeft(
                new Recipient.Post(List.of("Famille Dubois", "Rue du Cerf 3", "9001 Testcommune")),
                Language.FR,
                "Bon de 100 euros",
                "Deux bons, pour Léa et Tom.",
                "letter-1");
        assertThat(bench.recordLetters(letter, letter)).isEqualTo(1);
        assertThat(bench.recordLetters(letter)).isZero();
        List<OutgoingMessage> letters = bench.inside(() -> bench.outbox.newest(Optional.of(Channel.LETTER), 10));
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().recipient()).contains("Rue du Cerf 3");
        assertThat(letters.getFirst().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aMailingCanBeRefusedByItsOwnLinkAndNothingElseIs() throws InterruptedException {
        ConcurrentMap<UUID, Envelope> seen = new ConcurrentHashMap<>();
        Recording recording = new Recording(envelope -> {
            seen.put(envelope.id(), envelope);
            return new Carriage.Taken("250");
        });
        SendResult.Queued first =
                (SendResult.Queued) bench.send("r@example.org", "testing/news", Map.of("news", "Fête"), "n1");
        bench.work(bench.worker(OutboxBench.SMALL, recording));
        String link = Optional.ofNullable(seen.get(first.id()))
                .flatMap(Envelope::unsubscribe)
                .orElseThrow();
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(bench.inside(() -> bench.unsubscribing.refuse(bench.commune.id(), token + "AA")))
                .isFalse();
        assertThat(bench.inside(() -> bench.unsubscribing.refuse(bench.commune.id(), token)))
                .isTrue();
        assertThat(bench.send("r@example.org", "testing/news", Map.of("news", "Fête"), "n2"))
                .isEqualTo(new SendResult.Refused(SendResult.Reason.UNSUBSCRIBED));
        assertThat(bench.send("r@example.org", "testing/notice", Map.of("what", "avis"), "n3"))
                .isInstanceOf(SendResult.Queued.class);
        bench.inside(() -> bench.unsubscribing.accept(bench.commune.id(), token));
        assertThat(bench.send("r@example.org", "testing/news", Map.of("news", "Fête"), "n4"))
                .isInstanceOf(SendResult.Queued.class);
    }

    @Test
    void whatLeftNinetyDaysAgoIsEmptiedAndWhatStillWaitsIsNot() throws InterruptedException {
        UUID left = bench.notice("left");
        OutboxWorker worker = bench.worker(OutboxBench.SMALL, new Recording(envelope -> new Carriage.Taken("250")));
        bench.work(worker);
        bench.clock.move(OutboxWorker.KEPT.minusSeconds(1));
        UUID waits = bench.notice("waits");
        assertThat(worker.forget(bench.commune)).isZero();
        bench.clock.move(OutboxWorker.KEPT.plusSeconds(1));
        assertThat(worker.forget(bench.commune)).isEqualTo(1);
        assertThat(bench.read(left))
                .extracting(OutgoingMessage::recipient, OutgoingMessage::subject, OutgoingMessage::state)
                .containsExactly("", "", MessageState.SENT);
        assertThat(bench.read(waits).recipient()).isEqualTo("waits@example.org");
    }

    @Test
    void aTemplateWithAPlaceLeftOpenIsAnErrorOfTheCaller() {
        assertThatThrownBy(() -> bench.send("a@example.org", "testing/notice", Map.of(), "open"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> bench.send("a@example.org", "testing/notice", Map.of("what", "x", "more", "y"), "much"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
