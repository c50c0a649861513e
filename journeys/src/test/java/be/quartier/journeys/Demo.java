package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The demo region as scripts use it. */
final class Demo {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Demo() {}

    /** The first commune's slug. */
    static String commune() {
        return communes().getFirst();
    }

    /** A path of the list with the communes' slugs put in. */
    static String path(String pattern) {
        return pattern.contains("{")
                ? pattern.replace("{commune}", commune())
                        .replace("{other}", communes().getLast())
                        .replace(
                                "{voucher}",
                                pattern.contains("{voucher}") ? vouchers(1).getFirst() : "")
                : pattern;
    }

    /** Fresh vouchers of a hundred euro, as their QR codes say them. */
    static List<String> vouchers(int count) {
        String body = post("/demo/vouchers", Map.of("commune", commune(), "count", Integer.toString(count)));
        return texts(body.substring(body.indexOf('[')));
    }

    private static List<String> communes() {
        String body =
                send(HttpRequest.newBuilder(URI.create(Served.base() + "/demo")).header("Accept", "application/json"));
        int from = body.indexOf("\"communes\"");
        return texts(body.substring(body.indexOf('[', from), body.indexOf(']', from)));
    }

    private static String post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(Served.base() + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Assumptions.assumeTrue(answer.statusCode() != 404, answer.uri() + " is not there in this installation");
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(json);
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts;
    }
}
