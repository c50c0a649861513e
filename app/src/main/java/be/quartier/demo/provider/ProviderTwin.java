package be.quartier.demo.provider;

import be.quartier.demo.provider.TwinPayment.Refund;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider as Mollie is one, in memory: payments go from open to pending, authorized, paid, failed, canceled or expired;
 * a refund is for what is left at most; a request repeated under its key is answered as the first time; every change is called
 * back, by id alone. It fails on demand. Everything happens under one lock.
 */
public final class ProviderTwin {

    private static final Duration OPEN_FOR = Duration.ofMinutes(15);
    private static final int KEPT_MAX = 20_000;
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private static final int ID_LENGTH = 10;
    private static final Pattern KEY = Pattern.compile("(live|test)_[A-Za-z0-9]{30,}");
    private static final Set<String> FROM_OPEN =
            Set.of("pending", "authorized", "paid", "failed", "canceled", "expired");
    private static final Set<String> FROM_PENDING = Set.of("paid", "failed", "canceled", "expired");

    private final Map<String, TwinPayment> payments = new LinkedHashMap<>();
    private final Map<String, Answer> answered = new LinkedHashMap<>();
    private final Deque<TwinPayment> opened = new ArrayDeque<>();
    private final BiConsumer<URI, String> call;
    private final RandomGenerator random;
    private final InstantSource clock;
    private Mood mood = Mood.WELL;

    /** @param call tells an address that something happened to the payment of this id; must not wait for the answer */
    public ProviderTwin(BiConsumer<URI, String> call, RandomGenerator random, InstantSource clock) {
        this.call = call;
        this.random = random;
        this.clock = clock;
    }

    /** How it behaves. */
    public enum Mood {
        /** As it should. */
        WELL,
        /** It answers nothing but 503, and does nothing. */
        DOWN,
        /** It does what it is asked and the answer gets lost: 502. */
        FORGETFUL,
        /** It knows no key any more. */
        LOCKED,
        /** It gives nothing back: 422. */
        NO_REFUNDS,
        /** It takes refunds, which fail at the customer's bank afterwards. */
        FAILING_REFUNDS
    }

    /** An answer on the wire. */
    public record Answer(int status, Object body) {}

    /**
     * A request on the wire.
     *
     * @param key the bearer token, or empty
     * @param once the idempotency key, or empty
     * @param body the JSON document, or empty
     */
    public record Request(String key, String once, Map<String, Object> body) {}

    /** Behaves so from now on. */
    public synchronized void behave(Mood now) {
        mood = now;
    }

    /** How it behaves now. */
    public synchronized Mood mood() {
        return mood;
    }

    /** The newest payments. */
    public synchronized List<TwinPayment> newest(int most) {
        expire();
        return payments.values().stream()
                .sorted(Comparator.comparing(TwinPayment::createdAt).reversed())
                .limit(most)
                .toList();
    }

    /** A payment, whoever's it is. */
    public synchronized Optional<TwinPayment> find(String id) {
        expire();
        return Optional.ofNullable(payments.get(id));
    }

    /** The ways to pay of a key. */
    public synchronized Answer methods(Request request) {
        return refusal(request).orElseGet(() -> new Answer(200, TwinJson.methods()));
    }

    /** Makes a payment; {@code page} is where customers pay, before the id. */
    public synchronized Answer create(Request request, String page) {
        return refusal(request)
                .orElseGet(() -> once(request, () -> {
                    Object webhook = request.body().get("webhookUrl");
                    Optional<Long> cents = TwinJson.cents(request.body().get("amount"));
                    Optional<URI> redirect = TwinJson.address(request.body().get("redirectUrl"));
                    if (cents.isEmpty() || cents.get() < 1) {
                        return TwinJson.fault(422, "The amount is invalid", "amount");
                    }
                    if (!(request.body().get("description") instanceof String text) || text.isBlank()) {
                        return TwinJson.fault(422, "The description is invalid", "description");
                    }
                    if (redirect.isEmpty()
                            || (webhook != null && TwinJson.address(webhook).isEmpty())) {
                        return TwinJson.fault(422, "The redirect URL is invalid", "redirectUrl");
                    }
                    TwinPayment made = new TwinPayment(
                            id("tr_"),
                            request.key(),
                            text,
                            cents.get(),
                            "open",
                            redirect.get(),
                            TwinJson.address(webhook),
                            request.body().getOrDefault("metadata", Map.of()),
                            clock.instant(),
                            List.of());
                    payments.put(made.id(), made);
                    opened.add(made);
                    trim(payments);
                    return new Answer(201, TwinJson.payment(made, page, false));
                }));
    }

    /** Tells how a payment stands. */
    public synchronized Answer ask(Request request, String id, String page) {
        expire();
        return refusal(request)
                .orElseGet(() -> own(request, id)
                        .map(one -> new Answer(200, TwinJson.payment(one, page, true)))
                        .orElseGet(ProviderTwin::unknown));
    }

    /** Gives a part back. */
    public synchronized Answer refund(Request request, String id) {
        return refusal(request)
                .orElseGet(() -> once(
                        request,
                        () -> own(request, id)
                                .map(one -> {
                                    long cents = TwinJson.cents(request.body().get("amount"))
                                            .orElse(0L);
                                    if (mood == Mood.NO_REFUNDS || !one.status().equals("paid")) {
                                        return TwinJson.fault(422, "The payment cannot be refunded", "");
                                    }
                                    if (cents < 1 || cents > one.cents() - one.refundedCents()) {
                                        return TwinJson.fault(
                                                422, "The amount is higher than the remaining amount", "amount");
                                    }
                                    Refund made = new Refund(
                                            id("re_"),
                                            cents,
                                            "pending",
                                            request.body().getOrDefault("metadata", Map.of()));
                                    List<Refund> all = new ArrayList<>(one.refunds());
                                    all.add(made);
                                    payments.put(id, one.refunds(all));
                                    return new Answer(201, TwinJson.refund(made, id));
                                })
                                .orElseGet(ProviderTwin::unknown)));
    }

    /** What the customer or the bank does to a payment; false when it cannot be any more. */
    public synchronized boolean press(String id, String status) {
        expire();
        TwinPayment before = payments.get(id);
        boolean can = before != null
                && ((before.open() && FROM_OPEN.contains(status))
                        || (before.status().equals("pending") && FROM_PENDING.contains(status))
                        || (before.status().equals("authorized") && FROM_PENDING.contains(status)));
        if (can && before != null) {
            change(before.status(status));
        }
        return can;
    }

    /** The banks' night: every refund under way reaches its customer, or fails. */
    public synchronized void night() {
        for (TwinPayment one : List.copyOf(payments.values())) {
            if (one.refunds().stream().anyMatch(refund -> refund.status().equals("pending"))) {
                String end = mood == Mood.FAILING_REFUNDS ? "failed" : "refunded";
                change(one.refunds(one.refunds().stream()
                        .map(refund -> refund.status().equals("pending") ? refund.status(end) : refund)
                        .toList()));
            }
        }
    }

    /** What was paid and kept of these payments, in cents. */
    public synchronized long keptCents(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(payments.get(id)).stream())
                .filter(one -> one.status().equals("paid"))
                .mapToLong(one -> one.cents() - one.refundedCents())
                .sum();
    }

    private void expire() {
        Instant before = clock.instant().minus(OPEN_FOR);
        while (!opened.isEmpty() && opened.getFirst().createdAt().isBefore(before)) {
            @Nullable TwinPayment now = payments.get(opened.removeFirst().id());
            if (now != null && now.open()) {
                change(now.status("expired"));
            }
        }
    }

    private void change(TwinPayment now) {
        payments.put(now.id(), now);
        now.webhook().ifPresent(address -> call.accept(address, now.id()));
    }

    private Optional<TwinPayment> own(Request request, String id) {
        return Optional.ofNullable(payments.get(id)).filter(one -> one.account().equals(request.key()));
    }

    private Optional<Answer> refusal(Request request) {
        if (mood == Mood.DOWN) {
            return Optional.of(TwinJson.fault(503, "The service is temporarily unavailable", ""));
        }
        boolean known = mood != Mood.LOCKED && KEY.matcher(request.key()).matches();
        return known
                ? Optional.empty()
                : Optional.of(TwinJson.fault(401, "Missing authentication, or failed to authenticate", ""));
    }

    /** Repeats the answer of the same key; what was refused may be asked again. */
    private Answer once(Request request, java.util.function.Supplier<Answer> work) {
        String key = request.key() + " " + request.once();
        @Nullable Answer before = request.once().isEmpty() ? null : answered.get(key);
        Answer answer = before == null ? work.get() : before;
        if (!request.once().isEmpty() && answer.status() == 201) {
            answered.put(key, answer);
            trim(answered);
        }
        return mood == Mood.FORGETFUL ? TwinJson.fault(502, "Bad gateway", "") : answer;
    }

    private static Answer unknown() {
        return TwinJson.fault(404, "No payment exists with token", "");
    }

    private static void trim(Map<String, ?> all) {
        if (all.size() > KEPT_MAX) {
            all.remove(all.keySet().iterator().next());
        }
    }

    private String id(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int at = 0; at < ID_LENGTH; at++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
