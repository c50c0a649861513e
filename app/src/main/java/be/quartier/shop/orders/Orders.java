package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.Vault;
import be.quartier.shop.orders.OrderReading.Known;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.PlaceOutcome.Refused;
import be.quartier.shop.orders.PlaceOutcome.Why;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import be.quartier.shop.stock.ReserveOutcome;
import be.quartier.shop.stock.Stock;
import be.quartier.shop.stock.Want;
import be.quartier.vouchers.Holds;
import be.quartier.vouchers.VoucherCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders of the current commune: placing one, and finding it again.
 *
 * <p>Invariant: a refusal leaves no trace, so that a corrected wish may use the same key.
 */
@Component
public class Orders {

    /** What the reservation of an order is kept under, before its id. */
    static final String RESERVATION = "order-";

    private final Offers offers;
    private final Slots slots;
    private final Stock stock;
    private final Tracking tracking;
    private final AuditTrail audit;
    private final Vault vault;
    private final VoucherLegs legs;
    private final OrderReading reading;
    private final OrderWriting writing;
    private final PlacingRows placings;
    private final TransactionTemplate whole;
    private final Gate gate = new Gate();
    private final FirstLook first;
    private final Ids ids;
    private final InstantSource clock;

    Orders(
            Offers offers,
            Slots slots,
            Stock stock,
            Tracking tracking,
            AuditTrail audit,
            Vault vault,
            Holds holds,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Ids ids,
            InstantSource clock) {
        this.offers = offers;
        this.slots = slots;
        this.stock = stock;
        this.tracking = tracking;
        this.audit = audit;
        this.vault = vault;
        this.reading = new OrderReading(jdbc, vault);
        this.writing = new OrderWriting(jdbc, ids);
        this.placings = new PlacingRows(jdbc, ids);
        this.legs = new VoucherLegs(holds, writing);
        this.whole = new TransactionTemplate(transactions);
        this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.first = new FirstLook(offers, reading, whole);
        this.ids = ids;
        this.clock = clock;
    }

    /** Places an order, whole or not at all; it is committed when this answers, unless the caller has a transaction. */
    public PlaceOutcome place(OrderWish wish) {
        return gate.through(() -> {
            String request = request(wish);
            // Whoever waited in line looks now: what was there when it came may be gone.
            FirstLook.Seen seen = first.at(wish);
            return seen.known()
                    .map(before -> repeat(before, request))
                    .or(() -> Draft.scarce(wish, seen.offers()))
                    .orElseGet(() -> whole(wish, request, seen.offers()));
        });
    }

    private PlaceOutcome whole(OrderWish wish, String request, Map<UUID, Offer> found) {
        return Objects.requireNonNull(whole.execute(status -> {
            PlaceOutcome outcome = placeInside(wish, request, found);
            if (!(outcome instanceof Placed)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /** The order as it would be placed now, or why it would not; the stock may still change. */
    public Prospect look(OrderWish wish) {
        return Objects.requireNonNull(whole.execute(_ -> switch (see(wish, offers.offers(wish.variants()), now())) {
            case Draft.Look.Fits(Draft draft) -> {
                Optional<Refused> scarce = scarce(draft);
                yield scarce.<Prospect>map(Prospect.Not::new).orElseGet(() -> new Prospect.Fits(draft));
            }
            case Draft.Look.Not(Refused refused) -> new Prospect.Not(refused);
        }));
    }

    /** The order of a tracking token; empty for anything else. */
    public Optional<Order> byTracking(String token) {
        return token.length() != Tracking.LENGTH
                ? Optional.empty()
                : whole.execute(_ -> reading.byTracking(commune(), tracking.hash(token)));
    }

    /** An order. */
    public Optional<Order> find(UUID order) {
        return Objects.requireNonNull(whole.execute(_ -> reading.find(commune(), order)));
    }

    private PlaceOutcome placeInside(OrderWish wish, String request, Map<UUID, Offer> found) {
        int commune = commune();
        Instant now = now();
        return switch (see(wish, found, now)) {
            case Draft.Look.Not(Refused refused) ->
                known(commune, wish, request).orElse(refused);
            case Draft.Look.Fits(Draft draft) -> {
                Optional<Refused> scarce = scarce(draft);
                yield scarce.isPresent()
                        ? known(commune, wish, request).orElse(scarce.get())
                        : write(commune, wish, request, placing(draft), now);
            }
        };
    }

    /** What the order of this key was answered, when there is one: its goods may be gone by now, it stands. */
    private Optional<PlaceOutcome> known(int commune, OrderWish wish, String request) {
        return reading.byKey(commune, wish.key()).map(before -> repeat(before, request));
    }

    private Placing placing(Draft draft) {
        return new Placing(
                ids.uuid(),
                Placing.number(ids),
                draft,
                draft.parts().stream()
                        .map(part ->
                                new Placing.Part(ids.uuid(), part, List.of(writing.leg(part.modality(), part.cents()))))
                        .toList());
    }

    private PlaceOutcome write(int commune, OrderWish wish, String request, Placing placing, Instant now) {
        String token = tracking.token(placing.id());
        OrderWriting.Head head = new OrderWriting.Head(
                placing.id(),
                wish,
                request,
                placing.number(),
                now,
                placing.draft().cents(),
                placing.answer(now));
        byte[] contact = vault.seal(OrderReading.SEAL, wish.contact().text());
        if (!writing.add(commune, head, contact, tracking.hash(token))) {
            return repeat(reading.byKey(commune, wish.key()).orElseThrow(), request);
        }
        Actor who = wish.person().<Actor>map(Actor.Person::new).orElseGet(() -> new Actor.Job("guest"));
        audit.record(
                who,
                "shop.order-placed",
                "order:" + placing.id(),
                Map.of(
                        "cents",
                        Long.toString(placing.draft().cents()),
                        "parts",
                        Integer.toString(placing.parts().size())));
        return switch (legs.make(wish, placing)) {
            case VoucherLegs.Made.Not(PlaceOutcome why) -> why;
            case VoucherLegs.Made.Set(Placing made) -> {
                String answer = made.answer(now);
                if (!answer.equals(head.answer())) {
                    writing.answer(commune, made.id(), answer);
                }
                placings.add(commune, made.id(), made.parts(), now);
                yield sell(made, new Placed(made.id(), token, answer));
            }
        };
    }

    private PlaceOutcome sell(Placing placing, Placed placed) {
        // The stock comes last: its locks are what other buyers wait for.
        List<Want> wants = placing.draft().wants();
        if (!wants.isEmpty()) {
            switch (stock.sell(RESERVATION + placing.id(), wants)) {
                case ReserveOutcome.Held _ -> {}
                case ReserveOutcome.Shortage(Set<UUID> units) -> {
                    return missing(placing.draft(), units);
                }
                case ReserveOutcome.KeyReused() -> throw new IllegalStateException("an order's id is its own");
            }
        }
        return placed;
    }

    private PlaceOutcome repeat(Known known, String request) {
        return known.request().equals(request)
                ? new Placed(known.id(), tracking.token(known.id()), known.answer())
                : Refused.of(Why.KEY_REUSED);
    }

    private Draft.Look see(OrderWish wish, Map<UUID, Offer> found, Instant now) {
        Map<UUID, SellingTerms> terms = offers.terms(
                found.values().stream().map(Offer::merchant).distinct().toList());
        Optional<Slot> slot = wish.slot().flatMap(slots::find);
        return Draft.of(wish, found, terms, slot, now);
    }

    /** A first look at the stock, without a lock: who comes too late need not make others wait. */
    private Optional<Refused> scarce(Draft draft) {
        Map<UUID, Long> wanted = new TreeMap<>();
        draft.wants().forEach(want -> wanted.merge(want.unit(), want.quantity(), Math::addExact));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Long> free = stock.available(wanted.keySet());
        wanted.entrySet().removeIf(one -> free.getOrDefault(one.getKey(), 0L) >= one.getValue());
        return wanted.isEmpty() ? Optional.empty() : Optional.of(missing(draft, wanted.keySet()));
    }

    private static Refused missing(Draft draft, Set<UUID> units) {
        return draft.parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.offer().needs().keySet().stream().anyMatch(units::contains))
                .findFirst()
                .map(line ->
                        Refused.of(Why.OUT_OF_STOCK, "variant", line.offer().variant()))
                .orElseGet(() -> Refused.of(
                        Why.SLOT_FULL, "slot", draft.slot().map(Slot::id).orElseThrow()));
    }

    private static String request(OrderWish wish) {
        String text = wish.lines() + "|" + wish.slot() + "|" + wish.contact().text() + "|" + new TreeMap<>(wish.ways())
                + wish.voucher().map(Orders::secret).orElse("")
                + (wish.rests().isEmpty() ? "" : "|" + new TreeMap<>(wish.rests()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String secret(VoucherCode code) {
        return switch (code) {
            case VoucherCode.Token token -> token.text();
            case VoucherCode.Typed typed -> typed.text();
            case VoucherCode.Unreadable _ -> "";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
