package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Other tills at work, by the public interface: they spend until nobody answers, and remember what they were told. */
final class Traffic {

    private static final int TILLS = 4;
    private static final Pattern TEXT = Pattern.compile("\"([0-9A-Z]{26})\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String base;
    private final String commune;
    private final String token;
    private final List<String> vouchers;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean over;
    private volatile String otherwise = "";
    private final List<Thread> tills = new ArrayList<>();

    Traffic(String base, String commune) throws IOException {
        this.base = base;
        this.commune = commune;
        this.token = TOKEN.matcher(form("/demo/tills", "commune=" + commune))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        this.vouchers = TEXT.matcher(form("/demo/vouchers", "commune=" + commune + "&count=20"))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (int till = 0; till < TILLS; till++) {
            String name = "life-" + till + "-";
            tills.add(Thread.ofVirtual().start(() -> work(name)));
        }
    }

    /** Waits until this many purchases were acknowledged. */
    void flows(int purchases) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (acknowledged.size() < purchases && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(acknowledged).as(otherwise).hasSizeGreaterThanOrEqualTo(purchases);
    }

    /** From now on no answer is the end; before, it is asked again with the same key. */
    void plugIsPulled() {
        over = true;
    }

    /** Every purchase that was acknowledged is there, and asked again gives the same answer; how many they are. */
    int isRemembered() throws IOException, InterruptedException {
        for (Thread till : tills) {
            assertThat(till.join(Duration.ofSeconds(30))).isTrue();
        }
        for (Map.Entry<String, String> one : acknowledged.entrySet()) {
            assertThat(spend(one.getKey()).body()).as(one.getKey()).isEqualTo(one.getValue());
        }
        return acknowledged.size();
    }

    private void work(String name) {
        int number = 0;
        while (true) {
            try {
                String key = name + number;
                HttpResponse<String> answer = spend(key);
                number++;
                if (answer.statusCode() == 201) {
                    acknowledged.put(key, answer.body());
                } else {
                    otherwise = answer.statusCode() + " " + answer.body();
                }
            } catch (IOException noAnswer) {
                otherwise = noAnswer.toString();
                if (over) {
                    return;
                }
            }
        }
    }

    private HttpResponse<String> spend(String key) throws IOException {
        String voucher = vouchers.get(Math.floorMod(key.hashCode(), vouchers.size()));
        return send(HttpRequest.newBuilder(URI.create(base + "/api/v1/communes/" + commune + "/spends"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"voucher\":\"" + voucher + "\",\"amountCents\":1}")));
    }

    private String form(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
