package be.quartier.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.OneTimeCodes.Made;
import be.quartier.people.OneTimeCodes.Order;
import be.quartier.people.OneTimeCodes.Proof;
import be.quartier.people.OneTimeCodes.Purpose;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@QuartierTest
class SignInTests {

    private final Accounts accounts;
    private final Roles roles;
    private final OneTimeCodes codes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TestCommunes communes;
    private final Commune here;
    private final EmailAddress address;

    @Autowired
    SignInTests(
            Accounts accounts,
            Roles roles,
            OneTimeCodes codes,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            TestCommunes communes) {
        this.accounts = accounts;
        this.roles = roles;
        this.codes = codes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.communes = communes;
        this.here = communes.fresh();
        this.address =
                EmailAddress.of("jeanne" + here.id().value() + "@example.be").orElseThrow();
    }

    private UUID open(Commune commune) {
        return Tenancy.in(commune.id(), () -> accounts.open(address, "Jeanne", Language.FR));
    }

    private record Sent(UUID id, Made made) {}

    private Sent send(Optional<UUID> person) {
        var made = new AtomicReference<Made>();
        UUID id = codes.newId();
        codes.make(
                new Order(here.id(), id, Purpose.SIGN_IN, person, Optional.empty(), Optional.empty(), LocalPath.HOME),
                made::set);
        return new Sent(id, made.get());
    }

    private Optional<Proof> enter(Sent sent, String code) {
        return codes.enter(here.id(), sent.id(), code);
    }

    @Test
    void anAddressHasOneAccountInOneCommuneAndIsAGuestElsewhere() {
        UUID person = open(here);
        Commune there = communes.fresh();
        assertThat(open(here)).isEqualTo(person);
        assertThat(open(there)).isEqualTo(person);
        assertThat(accounts.home(address)).contains(here.id());
        assertThat(Tenancy.in(there.id(), () -> accounts.find(person))
                        .orElseThrow()
                        .home())
                .isEqualTo(here.id());
        assertThat(Tenancy.in(there.id(), () -> accounts.address(person))).isEmpty();
        assertThat(Tenancy.in(here.id(), () -> accounts.address(person))).contains(address);
    }

    @Test
    void aCodeWorksOnceAndSpacesDoNotMatter() {
        UUID person = open(here);
        Sent sent = send(Optional.of(person));
        String typed =
                sent.made().code().substring(0, 4) + " " + sent.made().code().substring(4);
        assertThat(enter(sent, typed).map(Proof::person)).contains(person);
        assertThat(enter(sent, typed)).isEmpty();
        assertThat(codes.follow(sent.made().link())).isEmpty();
    }

    @Test
    void theSixthTryIsRefusedEvenWithTheRightCode() {
        Sent sent = send(Optional.of(open(here)));
        String wrong = sent.made().code().equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < 5; i++) {
            assertThat(enter(sent, wrong)).isEmpty();
        }
        assertThat(enter(sent, sent.made().code())).isEmpty();
        assertThat(codes.follow(sent.made().link())).isEmpty();
    }

    @Test
    void lookingAtALinkDoesNotUseIt() {
        UUID person = open(here);
        Sent sent = send(Optional.of(person));
        assertThat(codes.good(sent.made().link())).isTrue();
        assertThat(codes.good(sent.made().link())).isTrue();
        assertThat(codes.follow(sent.made().link()).map(Proof::person)).contains(person);
        assertThat(codes.good(sent.made().link())).isFalse();
        assertThat(codes.follow("1." + "A".repeat(43))).isEmpty();
        assertThat(codes.follow("nonsense")).isEmpty();
    }

    @Test
    void aCodeThatIsNobodysOpensNothing() {
        Sent sent = send(Optional.empty());
        assertThat(enter(sent, sent.made().code())).isEmpty();
        assertThat(codes.follow(sent.made().link())).isEmpty();
    }

    @Test
    void ofFiftyParallelTriesOneSucceeds() throws Exception {
        Sent sent = send(Optional.of(open(here)));
        Callable<Boolean> follow = () -> codes.follow(sent.made().link()).isPresent();
        int succeeded = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(follow);
            }
            for (Future<Boolean> done : pool.invokeAll(all)) {
                succeeded += done.get() ? 1 : 0;
            }
        }
        assertThat(succeeded).isEqualTo(1);
    }

    @Test
    void theLastAdministratorStaysAlsoWhenTwoLeaveAtOnce() throws Exception {
        UUID first = open(here);
        UUID second = Tenancy.in(here.id(), () -> accounts.openWithoutAddress("Paul", Language.NL));
        Actor by = new Actor.Operator();
        Tenancy.run(here.id(), () -> {
            roles.grant(Grant.of(first, Role.ADMIN), by);
            roles.grant(Grant.of(second, Role.ADMIN), by);
        });
        List<Roles.Revocation> outcomes = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Roles.Revocation>> both = List.of(
                    () -> Tenancy.in(here.id(), () -> roles.revoke(Grant.of(first, Role.ADMIN), by)),
                    () -> Tenancy.in(here.id(), () -> roles.revoke(Grant.of(second, Role.ADMIN), by)));
            for (Future<Roles.Revocation> done : pool.invokeAll(both)) {
                outcomes.add(done.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Roles.Revocation.REVOKED, Roles.Revocation.LAST_ADMIN);
        assertThat(Tenancy.in(here.id(), () -> roles.holders(Role.ADMIN))).hasSize(1);
    }

    @Test
    void anAuditLineCanBeReadAndNeverChanged() {
        UUID person = open(here);
        Tenancy.run(
                here.id(),
                () -> audit.record(
                        new Actor.Person(person), "people.thing-done", "thing:1", Map.of("amountCents", "1250")));
        List<AuditLine> lines = Tenancy.in(here.id(), () -> audit.read(AuditQuery.all()));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().details()).containsEntry("amountCents", "1250");
        for (String change : List.of("update audit_trail set action = 'a.b'", "delete from audit_trail")) {
            assertThatThrownBy(() -> Tenancy.run(
                            here.id(),
                            () -> transactions.executeWithoutResult(
                                    status -> jdbc.sql(change).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> Tenancy.run(
                        here.id(),
                        () -> audit.record(
                                new Actor.Operator(), "people.thing-done", "x", Map.of("to", "jeanne@example.be"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDatabaseHoldsNoAddressAndNoCode() {
        Sent sent = send(Optional.of(open(here)));
        String dump = Tenancy.in(
                here.id(),
                () -> transactions.execute(
                        status -> jdbc.sql("""
                                select string_agg(line, ' ')
                                from (
                                  select p::text as line from person p
                                  union all select c::text from one_time_code c
                                  union all select d::text from login_directory d
                                ) everything
                                """).query(String.class).single()));
        assertThat(dump)
                .contains(sent.id().toString())
                .doesNotContain(address.value())
                .doesNotContain(java.util.HexFormat.of()
                        .formatHex(address.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .doesNotContain(sent.made().code())
                .doesNotContain(sent.made().link().substring(sent.made().link().indexOf('.') + 1));
    }

    @Test
    void aChangedAddressFreesTheOldOneAndIsRefusedWhenTaken() {
        UUID person = open(here);
        EmailAddress other = EmailAddress.of("neu-" + address.value()).orElseThrow();
        assertThat(Tenancy.in(here.id(), () -> accounts.changeAddress(person, other)))
                .isTrue();
        assertThat(accounts.home(address)).isEmpty();
        UUID somebody = open(here);
        assertThat(somebody).isNotEqualTo(person);
        assertThat(Tenancy.in(here.id(), () -> accounts.changeAddress(somebody, other)))
                .isFalse();
    }
}
