package be.quartier.shop.payments;

import be.quartier.commune.DemoMode;
import be.quartier.shop.payments.PaymentProvider.Answer.Is;
import be.quartier.shop.payments.PaymentProvider.Answer.Later;
import be.quartier.shop.payments.PaymentProvider.Answer.No;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mollie's Payments API, version 2. Each exchange ends within five seconds, no answer is longer than 256 KiB, redirects are not
 * followed, and the key is sent to the provider's address alone. A demonstration speaks with its own twin and never with Mollie.
 */
@Component
class Mollie implements PaymentProvider, DisposableBean {

    /** Where the provider's API is; asked anew each time. */
    static final String ADDRESS = "quartier.payments.mollie";

    private static final String MOLLIE = "https://api.mollie.com/v2";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BODY_MAX = 256 * 1024L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Environment environment;
    private final DemoMode demo;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Mollie(Environment environment, DemoMode demo) {
        this.environment = environment;
        this.demo = demo;
    }

    private record Reply(int status, String body) {}

    @Override
    public Answer<List<String>> methods(ApiKey key) {
        return exchange(request(key, "/methods").GET(), MollieJson::methods);
    }

    @Override
    public Answer<Seen> create(ApiKey key, Wanted wanted) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", MollieJson.amount(wanted.cents()));
        body.put("description", wanted.description());
        body.put("redirectUrl", wanted.back().toString());
        wanted.callback().ifPresent(callback -> body.put("webhookUrl", callback.toString()));
        body.put("locale", wanted.locale());
        body.put("metadata", Map.of("payment", wanted.id().toString()));
        return exchange(post(key, "/payments", wanted.id(), body), MollieJson::payment);
    }

    @Override
    public Answer<Seen> ask(ApiKey key, String payment) {
        return exchange(request(key, "/payments/" + payment + "?embed=refunds").GET(), MollieJson::payment);
    }

    @Override
    public Answer<SeenRefund> refund(ApiKey key, String payment, UUID id, long cents, String description) {
        Map<String, Object> body = Map.of(
                "amount",
                MollieJson.amount(cents),
                "description",
                description,
                "metadata",
                Map.of("refund", id.toString()));
        return exchange(post(key, "/payments/" + payment + "/refunds", id, body), MollieJson::refund);
    }

    private static HttpRequest.Builder asJson(HttpRequest.Builder request, Map<String, Object> body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder post(ApiKey key, String path, UUID once, Map<String, Object> body) {
        return asJson(request(key, path).header("Idempotency-Key", once.toString()), body);
    }

    private HttpRequest.Builder request(ApiKey key, String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE)
                .header("Accept", "application/hal+json, application/json")
                .header("Authorization", "Bearer " + key.text());
    }

    private String address() {
        return demo.on()
                ? "http://localhost:" + port() + "/demo/provider/v2"
                : environment.getProperty(ADDRESS, MOLLIE);
    }

    /** Where this program listens itself: whatever port was free, if it was asked for none. */
    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    private <T> Answer<T> exchange(HttpRequest.Builder request, Function<JsonNode, T> read) {
        CompletableFuture<HttpResponse<String>> coming = http.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), BODY_MAX));
        try {
            HttpResponse<String> answer = coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return read(new Reply(answer.statusCode(), answer.body()), read);
        } catch (ExecutionException | TimeoutException e) {
            coming.cancel(true);
            return new Later<>();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return new Later<>();
        }
    }

    /** 409 and 429 ask for patience like everything from 500 on: the same request is being looked at, or there are too many. */
    private static <T> Answer<T> read(Reply reply, Function<JsonNode, T> read) {
        int status = reply.status();
        try {
            JsonNode body = JSON.readTree(reply.body());
            if (status == 200 || status == 201) {
                return new Is<>(read.apply(body));
            }
            String detail = body.path("detail").asString("");
            return switch (status) {
                case 401, 403 -> new No<>(No.Why.KEY, detail);
                case 404, 410 -> new No<>(No.Why.UNKNOWN, detail);
                case 400, 422 -> new No<>(No.Why.OTHER, detail);
                default -> new Later<>();
            };
        } catch (JacksonException | IllegalArgumentException notTheirs) {
            return new Later<>();
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
