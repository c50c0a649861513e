package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.demo.provider.ProviderTwin;
import be.quartier.demo.provider.ProviderTwin.Answer;
import be.quartier.demo.provider.ProviderTwin.Mood;
import be.quartier.demo.provider.ProviderTwin.Request;
import be.quartier.demo.provider.TwinPayment;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Flash;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The payment provider's twin: the API that the shop calls, the page where customers pay, and what happened there. It calls back
 * twice, as providers do.
 */
@Controller
class DemoProvider implements DisposableBean {

    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProviderTwin twin;
    private final String page;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    DemoProvider(Environment environment, RandomGenerator random, InstantSource clock) {
        this.twin = new ProviderTwin(this::call, random, clock);
        this.page = PublicAddress.of(environment) + "/demo/provider/pay/";
    }

    /** The ways to pay of a key. */
    @Allows(everyone = true)
    @GetMapping("/demo/provider/v2/methods")
    ResponseEntity<Object> methods(@RequestHeader(name = "Authorization", defaultValue = "") String bearer) {
        return sent(twin.methods(request(bearer, "", Map.of())));
    }

    /** Makes a payment. */
    @Allows(everyone = true)
    @PostMapping("/demo/provider/v2/payments")
    ResponseEntity<Object> create(
            @RequestHeader(name = "Authorization", defaultValue = "") String bearer,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
            @RequestBody Map<String, Object> body) {
        return sent(twin.create(request(bearer, once, body), page));
    }

    /** Tells how a payment stands. */
    @Allows(everyone = true)
    @GetMapping("/demo/provider/v2/payments/{id}")
    ResponseEntity<Object> ask(
            @RequestHeader(name = "Authorization", defaultValue = "") String bearer, @PathVariable String id) {
        return sent(twin.ask(request(bearer, "", Map.of()), id, page));
    }

    /** Gives a part back. */
    @Allows(everyone = true)
    @PostMapping("/demo/provider/v2/payments/{id}/refunds")
    ResponseEntity<Object> refund(
            @RequestHeader(name = "Authorization", defaultValue = "") String bearer,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
            @PathVariable String id,
            @RequestBody Map<String, Object> body) {
        return sent(twin.refund(request(bearer, once, body), id));
    }

    /** What happened, and how the provider behaves. */
    @Allows(everyone = true)
    @GetMapping("/demo/provider")
    View list() {
        return View.of("demo/provider", Map.of("payments", twin.newest(SHOWN), "mood", twin.mood()));
    }

    /** Where customers pay. */
    @Allows(everyone = true)
    @GetMapping("/demo/provider/pay/{id}")
    View pay(@PathVariable String id) {
        return View.of("demo/provider-pay", Map.of("payment", found(id)));
    }

    /** What the customer does; then back to the shop. */
    @Allows(everyone = true)
    @PostMapping("/demo/provider/pay/{id}")
    View press(@PathVariable String id, @RequestParam(name = "status", defaultValue = "") String status) {
        TwinPayment payment = found(id);
        twin.press(id, status);
        return View.redirect(payment.redirect().getRawPath());
    }

    /** Behaves so from now on. */
    @Allows(everyone = true)
    @PostMapping("/demo/provider/mood")
    View behave(@RequestParam(name = "mood", defaultValue = "") String code) {
        Mood mood = Arrays.stream(Mood.values())
                .filter(one -> one.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(422, "unknown-behaviour", "demo.problem.behaviour", code)
                        .raised());
        twin.behave(mood);
        return View.redirect("/demo/provider", Flash.done("demo.provider.set"));
    }

    /** Lets the refunds under way reach their customers. */
    @Allows(everyone = true)
    @PostMapping("/demo/provider/night")
    View night() {
        twin.night();
        return View.redirect("/demo/provider", Flash.done("demo.provider.night.done"));
    }

    private TwinPayment found(String id) {
        return twin.find(id).orElseThrow(() -> Problem.notFound().raised());
    }

    private static Request request(String bearer, String once, Map<String, Object> body) {
        return new Request(bearer.replaceFirst("(?i)^bearer ", ""), once, body);
    }

    private static ResponseEntity<Object> sent(Answer answer) {
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    private void call(URI address, String id) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                .build();
        for (int time = 0; time < 2; time++) {
            var _ = http.sendAsync(request, BodyHandlers.discarding());
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
