package be.quartier.setup;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.InstallationClock;
import be.quartier.messaging.Outbox;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.setup.Joining.Invitation;
import be.quartier.setup.Joining.Joined;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A commune joins by the link that was mailed to its administrator, once. */
@QuartierTest
class JoiningTests {

    private static final EmailAddress MAYOR =
            EmailAddress.of("mayor@new.example").orElseThrow();

    @Autowired
    private Joining joining;

    @Autowired
    private Communes communes;

    @Autowired
    private Roles roles;

    @Autowired
    private Outbox outbox;

    @Autowired
    private InstallationClock clock;

    private final Commune here;

    @Autowired
    JoiningTests(TestCommunes communes) {
        this.here = communes.fresh();
    }

    private Invitation invitation() {
        Tenancy.run(here.id(), () -> joining.invite(MAYOR, Language.FR, new UUID(1, 1)));
        String text = Tenancy.in(here.id(), () -> outbox.newest(Optional.empty(), 1))
                .getFirst()
                .text();
        Matcher link = Pattern.compile("/join/([A-Za-z0-9_-]+)").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(joining.open(link.group(1) + "A")).isEmpty();
        Instant over = clock.instant().plus(Joining.LIFE);
        assertThat(clock.at(over.plusSeconds(1), () -> joining.open(link.group(1))))
                .isEmpty();
        return joining.open(link.group(1)).orElseThrow();
    }

    private Commune wanted(String slug) {
        return new Commune(
                FirstRun.FIRST,
                slug,
                Commune.Kind.COMMUNE,
                FirstCommune.names(Map.of(Language.FR, slug)),
                List.of(Language.FR),
                List.of("9990"));
    }

    @Test
    void ofTwentyIdenticalRequestsOneOpensTheCommuneForTheInvitedAddress() throws Exception {
        Invitation invitation = invitation();
        assertThat(invitation.address()).isEqualTo(MAYOR);
        String slug = "joined-" + here.id().value();
        List<Joined> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Joined>> running = threads.invokeAll(
                    Collections.nCopies(20, () -> joining.join(invitation, wanted(slug), "Nora Petit", Language.FR)));
            for (Future<Joined> one : running) {
                answers.add(one.get());
            }
        }
        assertThat(answers)
                .filteredOn(Joined.Open.class::isInstance)
                .singleElement()
                .satisfies(one -> {
                    var open = (Joined.Open) one;
                    assertThat(communes.bySlug(slug).orElseThrow().id()).isEqualTo(open.commune());
                    assertThat(Tenancy.in(open.commune(), () -> roles.of(open.administrator())))
                            .containsExactly(Grant.of(open.administrator(), Role.ADMIN));
                });
        assertThat(joining.join(invitation, wanted(slug + "-b"), "Nora Petit", Language.FR))
                .as("the same invitation again, under another name")
                .isInstanceOf(Joined.Taken.class);
    }
}
