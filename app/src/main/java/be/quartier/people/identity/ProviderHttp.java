package be.quartier.people.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks with the provider: each exchange, body included, ends within its time; no answer is longer than 64 KiB; redirects
 * are not followed.
 */
final class ProviderHttp implements AutoCloseable {

    private static final long BODY_MAX = 64 * 1024L;

    private final Duration patience;
    private final HttpClient http;

    /** @param patience how long an exchange may take */
    ProviderHttp(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** What came back. */
    record Answer(int status, String body) {}

    /** The document at an address; anything but 200 is a refusal. */
    String document(URI address) throws IdentityRefused {
        Answer answer = exchange(HttpRequest.newBuilder(address).GET());
        if (answer.status() != 200) {
            throw new IdentityRefused(Reason.UNAVAILABLE);
        }
        return answer.body();
    }

    /** Posts a form. */
    Answer post(URI address, Map<String, String> headers, String form) throws IdentityRefused {
        var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return exchange(request);
    }

    private Answer exchange(HttpRequest.Builder request) throws IdentityRefused {
        CompletableFuture<HttpResponse<String>> coming = http.sendAsync(
                request.header("Accept", "application/json").timeout(patience).build(),
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), BODY_MAX));
        try {
            HttpResponse<String> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (ExecutionException | TimeoutException e) {
            coming.cancel(true);
            throw new IdentityRefused(Reason.UNAVAILABLE);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IdentityRefused(Reason.UNAVAILABLE);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
