package be.quartier.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Assurance;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with a provider configured, and a person with an identity linked by its eID. */
@QuartierTest
abstract class IdentityJourney {

    static final TestProvider PROVIDER = new TestProvider();
    static final String EID = "urn:test:level500";
    static final String ITSME = "urn:test:level450";
    static final String CODE = "urn:test:level400";
    static final String PASSWORD = "urn:test:level200";

    @Autowired
    private TestCommunes communes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    Sessions sessions;

    @Autowired
    Identities identities;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Log log = new Log();

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry settings) {
        settings.add("quartier.oidc.issuer", PROVIDER::issuer);
        settings.add("quartier.oidc.client-id", () -> TestProvider.CLIENT);
        settings.add("quartier.oidc.client-secret", () -> TestProvider.SECRET);
        settings.add(
                "quartier.oidc.acr",
                () -> EID + "=high=eID; " + ITSME + "=high=itsme; " + CODE + "=substantial=Code; " + PASSWORD
                        + "=low=Word");
        settings.add("quartier.oidc.keep", () -> "PT0S");
    }

    /** The security log's lines. */
    private static final class Log extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    }

    @BeforeEach
    void listen() {
        PROVIDER.behave();
        log.start();
        ((Logger) LoggerFactory.getLogger("be.quartier.security")).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger("be.quartier.security")).detachAppender(log);
    }

    List<String> logged() {
        return log.lines;
    }

    Commune commune() {
        return communes.fresh();
    }

    UUID person(Commune home, Role... held) {
        return Tenancy.in(home.id(), () -> {
            UUID person = accounts.openWithoutAddress("Jeanne", Language.FR);
            for (Role role : held) {
                roles.grant(Grant.of(person, role), new Actor.Operator());
            }
            return person;
        });
    }

    String cookie(Commune home, UUID person, boolean secondFactor) {
        return "quartier="
                + sessions.start(
                        new Sessions.Start(home.id(), person, Session.Method.MAIL, secondFactor, 0, "Test, Test"));
    }

    /** Links an identity to a person, who has no session afterwards; the provider vouches for it from now on, by eID. */
    void linked(Commune home, UUID person, String subject) {
        Session session = sessions.find(cookie(home, person, true).substring("quartier=".length()))
                .orElseThrow()
                .session();
        var identity =
                new Identity(PROVIDER.issuer(), subject, new Way(EID, Assurance.HIGH, "eID"), UUID.randomUUID() + "");
        assertThat(identities.link(session, identity)).isEmpty();
        sessions.endOthers(home.id(), person, Optional.empty());
        PROVIDER.subject = subject;
        PROVIDER.acr = EID;
    }

    HttpResponse<String> get(String path, String... cookies) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Cookie", String.join("; ", cookies)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Somebody under way.
     *
     * @param ticket the cookie got when setting out
     * @param asked what the provider was asked
     * @param answer what the provider sends back with
     */
    record Trip(String ticket, Map<String, String> asked, Map<String, String> answer) {

        Trip with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(answer);
            changed.put(name, value);
            return new Trip(ticket, asked, changed);
        }

        Trip without(String name) {
            Map<String, String> changed = new LinkedHashMap<>(answer);
            changed.remove(name);
            return new Trip(ticket, asked, changed);
        }

        Trip carrying(String other) {
            return new Trip(other, asked, answer);
        }
    }

    /** Sets out and proves at the provider who one is. */
    Trip trip(String path, String... cookies) {
        HttpResponse<String> out = get(path, cookies);
        assertThat(out.statusCode()).as(out.body()).isEqualTo(303);
        URI there = URI.create(out.headers().firstValue("Location").orElseThrow());
        assertThat(there.toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        HttpResponse<String> proved = send(HttpRequest.newBuilder(there)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=somebody")));
        URI back = URI.create(proved.headers().firstValue("Location").orElseThrow());
        return new Trip(set(out, "quartier-identity").orElseThrow(), query(there), query(back));
    }

    Trip trip() {
        return trip("/sign-in/identity?way=0");
    }

    HttpResponse<String> back(Trip trip, String... cookies) {
        String query = trip.answer().entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String[] all = java.util.Arrays.copyOf(cookies, cookies.length + 1);
        all[cookies.length] = trip.ticket();
        return get(Oidc.BACK + "?" + query, all);
    }

    /** The name and value of a cookie just set, not taken back. */
    static Optional<String> set(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "=") && !cookie.startsWith(name + "=;"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst();
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            int sign = pair.indexOf('=');
            all.put(pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return all;
    }
}
