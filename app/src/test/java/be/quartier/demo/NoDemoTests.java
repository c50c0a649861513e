package be.quartier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.QuartierTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An installation that is no demonstration has nothing under {@code /demo}. */
@QuartierTest
class NoDemoTests {

    @LocalServerPort
    private int port;

    @Test
    void everythingUnderDemoAnswers404() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/demo", "/demo/outbox", "/demo/registry/marvanches.csv")) {
                assertThat(status(client, request(path).GET().build())).as(path).isEqualTo(404);
            }
            for (String path : List.of("/demo/sign-in", "/demo/tills", "/demo/vouchers", "/demo/clock")) {
                HttpRequest post = request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("commune=marvanches&as=admin&now=2099-01-01"))
                        .build();
                assertThat(status(client, post)).as(path).isEqualTo(404);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static int status(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
