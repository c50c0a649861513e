package be.quartier.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.people.identity.TestProvider.Answer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways there and back that must not open a session; each ends on one page, in no session, with one line in the log. */
class OidcRefusalTests extends RefusedJourney {

    private static Answer late(Answer answer) {
        try {
            Thread.sleep(7000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    static Stream<Arguments> breakdowns() {
        return Stream.of(
                Arguments.of("token", "an error", Reason.UNAVAILABLE, answer(it -> Answer.of(500, "sorry"))),
                Arguments.of("token", "a refusal", Reason.CODE_REFUSED, answer(it -> Answer.of(400, "{}"))),
                Arguments.of("token", "silence", Reason.UNAVAILABLE, answer(OidcRefusalTests::late)),
                Arguments.of("token", "garbage", Reason.GARBLED, answer(it -> Answer.of(200, "<html>"))),
                Arguments.of("token", "an empty object", Reason.GARBLED, answer(it -> Answer.of(200, "{}"))),
                Arguments.of("token", "nests", Reason.GARBLED, answer(it -> Answer.of(200, "[".repeat(60_000)))),
                Arguments.of(
                        "token",
                        "a flood",
                        Reason.UNAVAILABLE,
                        answer(it -> Answer.of(200, it.body() + " ".repeat(1 << 20)))),
                Arguments.of(
                        "token",
                        "a redirect",
                        Reason.UNAVAILABLE,
                        answer(it -> new Answer(307, "", URI.create("http://localhost:1/elsewhere")))),
                Arguments.of("keys", "an error", Reason.UNAVAILABLE, answer(it -> Answer.of(500, ""))),
                Arguments.of("keys", "garbage", Reason.UNTRUSTED, answer(it -> Answer.of(200, "garbage"))),
                Arguments.of("keys", "no key", Reason.SIGNATURE, answer(it -> Answer.of(200, "{\"keys\":[]}"))),
                Arguments.of("metadata", "an error", Reason.UNAVAILABLE, answer(it -> Answer.of(404, ""))),
                Arguments.of("metadata", "garbage", Reason.UNTRUSTED, answer(it -> Answer.of(200, "garbage"))),
                Arguments.of(
                        "metadata",
                        "another issuer",
                        Reason.UNTRUSTED,
                        answer(it -> Answer.of(200, it.body().replaceFirst("/fas\"", "/other\"")))),
                Arguments.of(
                        "metadata",
                        "a token address in clear",
                        Reason.UNTRUSTED,
                        answer(it -> Answer.of(
                                200,
                                it.body()
                                        .replaceFirst(
                                                "\"token_endpoint\"\\s*:\\s*\"[^\"]*\"",
                                                "\"token_endpoint\":\"http://evil.example/token\"")))));
    }

    private static UnaryOperator<Answer> answer(UnaryOperator<Answer> change) {
        return change;
    }

    @ParameterizedTest(name = "{0} answered with {1} opens nothing")
    @MethodSource("breakdowns")
    void aProviderThatMisbehavesOpensNothing(String where, String what, Reason reason, UnaryOperator<Answer> change) {
        Trip trip = trip();
        switch (where) {
            case "token" -> PROVIDER.token = change;
            case "keys" -> PROVIDER.keys = change;
            default -> PROVIDER.metadata = change;
        }
        refused(back(trip), reason, trip);
    }

    static Stream<Arguments> returns() {
        return Stream.of(
                way("no state", Reason.WRONG_STATE, (trip, other) -> trip.without("state")),
                way("an empty state", Reason.WRONG_STATE, (trip, other) -> trip.with("state", "")),
                way(
                        "another state",
                        Reason.WRONG_STATE,
                        (trip, other) -> trip.with("state", other.asked().getOrDefault("state", ""))),
                way("no code", Reason.MALFORMED, (trip, other) -> trip.without("code")),
                way("an endless code", Reason.MALFORMED, (trip, other) -> trip.with("code", "c".repeat(3000))),
                way("an invented code", Reason.CODE_REFUSED, (trip, other) -> trip.with("code", "invented")),
                way(
                        "the code of another journey",
                        Reason.CODE_REFUSED,
                        (trip, other) -> trip.with("code", other.answer().getOrDefault("code", ""))),
                way(
                        "the ticket of another journey",
                        Reason.WRONG_STATE,
                        (trip, other) -> trip.carrying(other.ticket())),
                way("no ticket", Reason.NO_TICKET, (trip, other) -> trip.carrying("x=y")),
                way(
                        "an invented ticket",
                        Reason.NO_TICKET,
                        (trip, other) -> trip.carrying("quartier-identity=" + "A".repeat(300))),
                way(
                        "the name of another provider",
                        Reason.WRONG_ISSUER,
                        (trip, other) -> trip.with("iss", "https://evil.example")),
                way(
                        "a no from the person",
                        Reason.CANCELLED,
                        (trip, other) -> trip.without("code").with("error", "access_denied")),
                way(
                        "a no in another's name",
                        Reason.WRONG_STATE,
                        (trip, other) -> trip.without("code")
                                .with("error", "access_denied")
                                .with("state", "another")),
                way(
                        "another error",
                        Reason.PROVIDER_ERROR,
                        (trip, other) -> trip.with("error", "server_error").with("error_description", "<script>")));
    }

    private static Arguments way(String name, Reason reason, BiFunction<Trip, Trip, Trip> change) {
        return Arguments.of(name, reason, change);
    }

    @ParameterizedTest(name = "coming back with {0} opens nothing")
    @MethodSource("returns")
    void comingBackOtherwiseThanOneLeftOpensNothing(String name, Reason reason, BiFunction<Trip, Trip, Trip> change) {
        Trip trip = trip();
        HttpResponse<String> answer = back(change.apply(trip, trip()));
        refused(answer, reason, trip);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void aParameterThatIsThereTwiceOpensNothing() {
        Trip trip = trip();
        HttpResponse<String> answer = get(
                Oidc.BACK + "?state=" + trip.asked().get("state") + "&code=one&code="
                        + trip.answer().get("code"),
                trip.ticket());
        refused(answer, Reason.MALFORMED, trip);
    }

    @Test
    void aProviderThatPromisesItsNameAndDoesNotSayItIsNotBelieved() {
        Trip trip = trip();
        PROVIDER.metadata = it -> Answer.of(
                200, it.body().replaceFirst("\\{", "{\"authorization_response_iss_parameter_supported\":true,"));
        refused(back(trip), Reason.WRONG_ISSUER, trip);
        logged().clear();
        Trip named = trip();
        assertThat(back(named.with("iss", PROVIDER.issuer())).statusCode()).isEqualTo(303);
    }

    @Test
    void ofTwentyReturnsWithOneAnswerAtOnceOneOpensASession() throws Exception {
        Trip trip = trip();
        int opened = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(() -> back(trip));
            }
            for (var done : pool.invokeAll(all)) {
                opened += set(done.get(), "quartier").isPresent() ? 1 : 0;
            }
        }
        assertThat(opened).isEqualTo(1);
        assertThat(sessions.live(home.id(), person)).hasSize(1);
    }

    @Test
    void anAnswerCountsOnceEvenIfTheProviderWouldGiveItsTokenTwice() {
        Trip trip = trip();
        List<Answer> tokens = new java.util.concurrent.CopyOnWriteArrayList<>();
        PROVIDER.token = it -> {
            tokens.add(it);
            return tokens.getFirst();
        };
        assertThat(back(trip).statusCode()).isEqualTo(303);
        sessions.endOthers(home.id(), person, java.util.Optional.empty());
        logged().clear();
        refused(back(trip), Reason.REUSED, trip);
    }

    @Test
    void theWayBackIsNowhereElse() {
        Trip trip = trip();
        assertThat(get("/" + home.slug() + Oidc.BACK + "?code=x&state=y", trip.ticket())
                        .statusCode())
                .isEqualTo(404);
        assertThat(sessions.live(home.id(), person)).isEmpty();
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String to :
                List.of("https://evil.example/", "//evil.example", "/%5Cevil.example", "javascript:alert(1)")) {
            HttpResponse<String> answer = back(trip("/sign-in/identity?way=0&to=" + to));
            assertThat(answer.headers().firstValue("Location")).as(to).hasValue("/" + home.slug());
        }
        Trip trip = trip();
        assertThat(trip.asked().get("redirect_uri")).doesNotContain("evil");
    }

    @Test
    void anIdentityIsLinkedOnlyInTheSessionThatSetOut() {
        Commune there = commune();
        String other = cookie(there, person(there), true);
        UUID stranger = person(home);
        String mine = cookie(home, stranger, false);
        PROVIDER.subject = "subject-never-linked";
        Trip trip = trip("/account/identity/start?way=0", mine);
        logged().clear();
        assertThat(back(trip, other).statusCode()).isEqualTo(422);
        Trip again = trip("/account/identity/start?way=0", mine);
        assertThat(back(again).statusCode()).isEqualTo(422);
        assertThat(logged()).hasSize(2).allMatch(line -> line.contains("outcome=other-session"));
        assertThat(back(trip()).statusCode()).isEqualTo(422);
    }

    @Test
    void anIdentityOfAnotherAccountIsNotTakenOver() {
        Commune there = commune();
        String mine = cookie(there, person(there), true);
        logged().clear();
        assertThat(back(trip("/account/identity/start?way=0", mine), mine).statusCode())
                .isEqualTo(422);
        assertThat(logged()).singleElement().asString().contains("outcome=identity-taken");
        assertThat(back(trip()).headers().firstValue("Location")).hasValue("/" + home.slug());
    }

    @Test
    void aProviderThatIsDownIsSaidSoBeforeAnybodySetsOut() {
        PROVIDER.metadata = it -> Answer.of(503, "");
        HttpResponse<String> answer = get("/sign-in/identity?way=0");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Le service d’identité ne répond pas");
        assertThat(set(answer, "quartier-identity")).isEmpty();
    }
}
