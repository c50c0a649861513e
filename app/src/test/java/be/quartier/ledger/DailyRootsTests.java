package be.quartier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The root of the day: mailed to finance once, in their language, and the log's own. */
@QuartierTest
class DailyRootsTests {

    @Autowired
    private TestCommunes communes;

    @Autowired
    private DailyRoots roots;

    @Autowired
    private Transfers transfers;

    @Autowired
    private be.quartier.ledger.Accounts ledger;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Test
    void fiftyNodesThatAskAtOnceMailTheRootOnceToEachOfFinance() throws Exception {
        Commune commune = communes.fresh();
        finance(commune, "ana", Language.FR);
        finance(commune, "bob", Language.NL);
        assertThat(Tenancy.in(commune.id(), roots::round))
                .as("before the first entry")
                .isZero();
        moveMoney(commune);
        long size = sealer.seal(commune.id());
        int written = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> node = () -> Tenancy.in(commune.id(), roots::round);
            for (Future<Integer> done :
                    threads.invokeAll(Stream.generate(() -> node).limit(50).toList())) {
                written += done.get();
            }
        }
        assertThat(written).isEqualTo(2);
        DailyRoot root = Tenancy.in(commune.id(), () -> roots.newest(9)).getFirst();
        assertThat(root.day()).isEqualTo(Brussels.today(clock));
        assertThat(root.size()).isEqualTo(size);
        assertThat(Checkpoint.open(sealer.checkpoint(commune.id()).orElseThrow(), sealer.verifier(commune.id()))
                        .orElseThrow()
                        .root())
                .isEqualTo(root.root());
        List<OutgoingMessage> mails = mails(commune);
        assertThat(mails).hasSize(2).allMatch(mail -> mail.text().contains(root.root()));
        assertThat(mails.stream().map(OutgoingMessage::language).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Language.FR, Language.NL);
    }

    private void moveMoney(Commune commune) {
        UUID book = UUID.randomUUID();
        Tenancy.run(commune.id(), () -> {
            UUID from = ledger.open(book, AccountKind.BUDGET);
            UUID to = ledger.open(book, AccountKind.CAMPAIGN);
            UUID id = UUID.randomUUID();
            transfers.post(Posting.of(id, book, from, to, 100_00, Reason.FUND, be.quartier.ledger.Actor.SYSTEM));
        });
    }

    private void finance(Commune commune, String name, Language language) {
        Tenancy.run(commune.id(), () -> {
            UUID person = accounts.open(new EmailAddress(name + commune.id().value() + "@example.org"), name, language);
            roles.grant(Grant.of(person, Role.FINANCE), new Actor.Operator());
        });
    }

    private List<OutgoingMessage> mails(Commune commune) {
        return Tenancy.in(commune.id(), () -> outbox.newest(Optional.empty(), Outbox.PAGE_MAX));
    }
}
