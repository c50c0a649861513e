package be.quartier.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.MerchantState;
import be.quartier.pages.Texts;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.proof.ProofEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit trail as people read it: words for every action, and pages that miss nothing. */
@QuartierTest
class AuditWordsTests {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern RECORDED =
            Pattern.compile("(?:audit\\.record|\\bnote)\\([^;]*?\"([a-z]+\\.[a-z0-9-]+)\"");
    private static final Pattern ACT_ON_A_RUN = Pattern.compile("trail\\.record\\(by, \"([a-z-]+)\"");
    private static final Pattern ACT_ON_A_CAMPAIGN = Pattern.compile("CampaignAct\\.\\w+ it -> \"([a-z-]+)\"");

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TestCommunes communes;

    @Test
    void everyActionWrittenInTheCodeHasASentenceAndEverySentenceAnAction() {
        Texts texts = Texts.ofClassPath(true);
        Set<String> said = texts.keys(Language.FR).stream()
                .filter(key -> key.startsWith("audit.act."))
                .map(key -> key.substring("audit.act.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).isEqualTo(written());
        assertThat(said).as("the search found them").hasSizeGreaterThan(40);
    }

    private static Set<String> written() {
        Set<String> actions = new TreeSet<>();
        for (MerchantState state : MerchantState.values()) {
            if (state != MerchantState.APPLIED) {
                actions.add("merchants." + state.code());
            }
        }
        for (ProofEvent.Kind kind : ProofEvent.Kind.values()) {
            if (kind != ProofEvent.Kind.ISSUED && kind != ProofEvent.Kind.LETTER) {
                actions.add("vouchers.proof-" + kind.code());
            }
        }
        for (String source : sources()) {
            RECORDED.matcher(source).results().forEach(match -> actions.add(match.group(1)));
            ACT_ON_A_RUN.matcher(source).results().forEach(match -> actions.add("reimbursements." + match.group(1)));
            ACT_ON_A_CAMPAIGN.matcher(source).results().forEach(match -> actions.add("campaigns." + match.group(1)));
        }
        return actions;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditWordsTests::read)
                    .filter(source -> source.contains("AuditTrail") || source.contains("RunTrail"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void pagesOfEveryFilterTogetherGiveEachLineOnce() {
        Commune commune = communes.fresh();
        List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Tenancy.run(commune.id(), () -> {
            for (int number = 0; number < 2 * AuditTrail.PAGE + 30; number++) {
                audit.record(
                        new Actor.Person(people.get(number % 3)),
                        number % 2 == 0 ? "campaigns.edited" : "campaigns.created",
                        "campaign:" + number % 5,
                        Map.of("number", Integer.toString(number)));
            }
        });
        Instant now = Instant.now();
        var none = Optional.<Instant>empty();
        check(commune, new AuditQuery(none, none, "", Optional.empty(), "", Optional.empty()), line -> true);
        check(
                commune,
                new AuditQuery(none, none, "campaigns.edited", Optional.empty(), "", Optional.empty()),
                line -> line.action().equals("campaigns.edited"));
        String one = people.getFirst().toString();
        check(
                commune,
                new AuditQuery(none, none, "", Optional.of(one), "", Optional.empty()),
                line -> line.actor().which().equals(one));
        check(
                commune,
                new AuditQuery(none, none, "", Optional.empty(), "campaign:2", Optional.empty()),
                line -> line.subject().equals("campaign:2"));
        Instant yesterday = now.minus(Duration.ofDays(1));
        check(
                commune,
                new AuditQuery(
                        Optional.of(yesterday),
                        Optional.of(now.plusSeconds(60)),
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty()),
                line -> true);
        check(
                commune,
                new AuditQuery(none, Optional.of(yesterday), "", Optional.empty(), "", Optional.empty()),
                line -> false);
        assertThat(Tenancy.in(commune.id(), audit::actors))
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().<Actor>map(Actor.Person::new).toList());
    }

    private void check(Commune commune, AuditQuery query, Predicate<AuditLine> wanted) {
        List<String> read = new ArrayList<>();
        Optional<UUID> before = Optional.empty();
        List<AuditLine> page;
        do {
            var next = new AuditQuery(query.from(), query.to(), query.action(), query.actor(), query.subject(), before);
            page = Tenancy.in(commune.id(), () -> audit.read(next));
            assertThat(page).allMatch(wanted);
            page.forEach(line -> read.add(line.details().get("number")));
            before = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().id());
        } while (page.size() == AuditTrail.PAGE);
        assertThat(read).doesNotHaveDuplicates();
        long expected = 0;
        for (int number = 0; number < 2 * AuditTrail.PAGE + 30; number++) {
            var action = number % 2 == 0 ? "campaigns.edited" : "campaigns.created";
            boolean fits = (query.action().isEmpty() || query.action().equals(action))
                    && (query.subject().isEmpty() || query.subject().equals("campaign:" + number % 5))
                    && (query.actor().isEmpty() || number % 3 == 0)
                    && !(query.from().isEmpty() && query.to().isPresent());
            expected += fits ? 1 : 0;
        }
        assertThat(new HashSet<>(read)).hasSize((int) expected);
    }
}
