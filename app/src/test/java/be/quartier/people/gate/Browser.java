package be.quartier.people.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends single requests as a browser or a program would; keeps no cookie and follows no redirect. */
final class Browser {

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A request being made. */
    final class Sending {
        private final List<String> headers = new ArrayList<>(List.of("Accept", "text/html"));
        private final String method;
        private final String path;
        private String body = "";

        private Sending(String method, String path) {
            this.method = method;
            this.path = path;
        }

        Sending header(String name, String value) {
            if (name.equals("Accept")) {
                headers.set(1, value);
            } else {
                headers.addAll(List.of(name, value));
            }
            return this;
        }

        Sending cookie(String value) {
            return value.isEmpty() ? this : header("Cookie", value);
        }

        Sending form(String content) {
            body = content;
            return header("Content-Type", "application/x-www-form-urlencoded");
        }

        HttpResponse<String> send() {
            try {
                return http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .timeout(Duration.ofSeconds(20))
                                .headers(headers.toArray(String[]::new))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    Sending get(String path) {
        return new Sending("GET", path);
    }

    Sending post(String path) {
        return new Sending("POST", path);
    }

    Sending request(String method, String path) {
        return new Sending(method, path);
    }

    static Optional<String> setCookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst();
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
