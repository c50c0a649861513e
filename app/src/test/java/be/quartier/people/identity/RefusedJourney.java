package be.quartier.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What every refusal ends in: one page, no session, one line in the security log. */
abstract class RefusedJourney extends IdentityJourney {

    Commune home;
    UUID person;

    @BeforeEach
    void link() {
        home = commune();
        person = person(home);
        linked(home, person, "subject-of-" + home.id().value());
    }

    void refused(HttpResponse<String> answer, Reason reason, Trip trip) {
        refused(answer, reason, "sign-in-oidc");
        assertThat(logged())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(trip.ticket().substring(trip.ticket().indexOf('=') + 1))
                        .doesNotContain(trip.asked().get("state"))
                        .doesNotContain(trip.asked().get("nonce"))
                        .doesNotContain(trip.answer().getOrDefault("code", "no code at all"))
                        .doesNotContain(PROVIDER.subject)
                        .doesNotContain(TestProvider.SECRET));
    }

    void refused(HttpResponse<String> answer, Reason reason, String event) {
        boolean theirs = reason.advice() == Reason.Advice.UNAVAILABLE;
        assertThat(logged())
                .filteredOn(line -> line.contains("event=" + event + " "))
                .singleElement()
                .asString()
                .contains("outcome=" + reason.code() + " ");
        assertThat(answer.statusCode()).isEqualTo(theirs ? 503 : 422);
        assertThat(answer.body()).containsOnlyOnce("<h1").contains("Cela n’a pas abouti");
        assertThat(set(answer, "quartier")).isEmpty();
        assertThat(sessions.live(home.id(), person)).isEmpty();
    }
}
