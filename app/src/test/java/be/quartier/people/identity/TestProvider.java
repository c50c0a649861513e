package be.quartier.people.identity;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.jspecify.annotations.Nullable;

/**
 * A mock-oauth2-server, which checks PKCE and takes each code once, behind a front that changes its answers on demand. Its
 * ID tokens say a subject, an {@code acr} and an {@code auth_time} as a real provider's would.
 */
final class TestProvider {

    static final String CLIENT = "quartier";
    static final String SECRET = "not-to-be-seen-in-any-log";

    private final MockOAuth2Server mock = new MockOAuth2Server();
    private final HttpServer front;
    private final HttpClient http = HttpClient.newHttpClient();

    volatile UnaryOperator<Answer> token = UnaryOperator.identity();
    volatile UnaryOperator<Answer> keys = UnaryOperator.identity();
    volatile UnaryOperator<Answer> metadata = UnaryOperator.identity();
    volatile UnaryOperator<String> idToken = UnaryOperator.identity();
    volatile Consumer<Map<String, @Nullable Object>> claims = all -> {};
    volatile String subject = "";
    volatile String acr = "";

    /** What the front answers. */
    record Answer(int status, String body, @Nullable URI location) {
        static Answer of(int status, String body) {
            return new Answer(status, body, null);
        }
    }

    TestProvider() {
        try {
            mock.start(InetAddress.getByName("localhost"), 0);
            front = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        front.createContext("/", this::answer);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.start();
        behave();
    }

    /** Forgets every change. */
    void behave() {
        token = UnaryOperator.identity();
        keys = UnaryOperator.identity();
        metadata = UnaryOperator.identity();
        idToken = UnaryOperator.identity();
        claims = all -> {};
    }

    String issuer() {
        return "http://localhost:" + front.getAddress().getPort() + "/fas";
    }

    /** Signed with the provider's own key. */
    String signed(Map<String, @Nullable Object> all) {
        Map<String, Object> known = new HashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return mock.getConfig()
                .getTokenProvider()
                .jwt(known, Duration.ofMinutes(5), "fas")
                .serialize();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            HttpResponse<String> from = ask(exchange);
            Answer answer = new Answer(
                    from.statusCode(),
                    from.body(),
                    from.headers().firstValue("Location").map(URI::create).orElse(null));
            if (path.endsWith("/token")) {
                answer = token.apply(answer.status() == 200 ? withIdToken(answer) : answer);
            } else if (path.endsWith("/jwks")) {
                answer = keys.apply(answer);
            } else if (path.contains("/.well-known/")) {
                answer = metadata.apply(answer);
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.location() != null) {
                exchange.getResponseHeaders().set("Location", answer.location().toString());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException browserGone) {
            // a caller whose patience ended has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(HttpExchange exchange) throws IOException, InterruptedException {
        URI there = mock.baseUrl().uri().resolve(exchange.getRequestURI().toString());
        var request = HttpRequest.newBuilder(there)
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Port", Integer.toString(front.getAddress().getPort()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String name : new String[] {"Content-Type", "Authorization", "Accept"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Answer withIdToken(Answer answer) {
        String before = answer.body().replaceFirst("(?s).*\"id_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        try {
            Map<String, @Nullable Object> all =
                    new HashMap<>(SignedJWT.parse(before).getJWTClaimsSet().getClaims());
            all.put("sub", subject);
            all.put("acr", acr);
            all.put("auth_time", Instant.now().getEpochSecond());
            claims.accept(all);
            return new Answer(answer.status(), answer.body().replace(before, idToken.apply(signed(all))), null);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
