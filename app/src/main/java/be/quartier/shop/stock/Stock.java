package be.quartier.shop.stock;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.shop.stock.Reservation.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The units of the current commune that can be sold out. Every verb joins the caller's transaction or makes its own, and leaves
 * no trace when it refuses. Units are always locked in ascending order, so that no two buyers wait for each other.
 */
@Component
@Transactional
public class Stock {

    /** The longest that units can be held without being sold. */
    public static final Duration HOLD_MAX = Duration.ofHours(1);

    private static final Duration KEPT = Duration.ofDays(30);

    private final ReservationRows rows;
    private final Ids ids;
    private final InstantSource clock;

    Stock(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.rows = new ReservationRows(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    /** What kind of thing a unit counts. */
    public enum Kind {
        /** Goods: pieces or grams. */
        STOCK,
        /** Places of a delivery slot. */
        SLOT
    }

    /** Makes a unit with so much of it free. */
    public UUID create(Kind kind, long available) {
        UUID id = ids.uuid();
        rows.create(commune(), id, kind, available);
        return id;
    }

    /** Adds to, or takes from, what is free; false, and nothing changed, when there is less than that. */
    public boolean change(UUID unit, long delta) {
        return rows.change(commune(), unit, delta);
    }

    /** What is free of each unit; units that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> available(Collection<UUID> units) {
        return rows.available(commune(), units);
    }

    /**
     * Holds all these units or none.
     *
     * @param key the caller's own, at most 200 characters; the same key with the same wants gives the same reservation
     * @param hold how long, at most {@link #HOLD_MAX}
     * @throws IllegalArgumentException when nothing is wanted
     */
    public ReserveOutcome reserve(String key, Collection<Want> wants, Duration hold) {
        return reserve(key, wants, State.HELD, hold.compareTo(HOLD_MAX) > 0 ? HOLD_MAX : hold);
    }

    /** Sells all these units or none, at once: {@link #reserve} and {@link #take} in one. */
    public ReserveOutcome sell(String key, Collection<Want> wants) {
        return reserve(key, wants, State.TAKEN, Duration.ZERO);
    }

    /** Sells what is held; false when it is held no longer (or was sold before). */
    public boolean take(UUID reservation) {
        return rows.end(commune(), reservation, State.TAKEN, now()).isPresent();
    }

    /** Gives up what is held; false when it is held no longer. */
    public boolean release(UUID reservation) {
        int commune = commune();
        return rows.end(commune, reservation, State.RELEASED, now())
                .map(units -> {
                    rows.giveBack(commune, units);
                    return true;
                })
                .orElse(false);
    }

    /**
     * Takes back some of what was sold, such as a line that the shop refused or an order that was cancelled; false, and nothing
     * changed, when no more than less of it is still sold.
     */
    public boolean takeBack(UUID reservation, Collection<Want> back) {
        Map<UUID, Long> returned = Want.summed(back);
        int commune = commune();
        Optional<Map<UUID, Long>> sold = rows.lockSold(commune, reservation);
        if (returned.isEmpty() || sold.isEmpty()) {
            return false;
        }
        Map<UUID, Long> left = new TreeMap<>(sold.get());
        for (Map.Entry<UUID, Long> one : returned.entrySet()) {
            long rest = left.getOrDefault(one.getKey(), 0L) - one.getValue();
            if (rest < 0) {
                return false;
            }
            left.put(one.getKey(), rest);
        }
        rows.stillSold(commune, reservation, left);
        rows.giveBack(commune, returned);
        return true;
    }

    /**
     * Sells other units in place of some that were sold, such as what a shop puts where something is missing; false, and nothing
     * changed, when there is too little of them or what comes back is not sold.
     */
    public boolean exchange(UUID reservation, Collection<Want> back, Collection<Want> more) {
        int commune = commune();
        Optional<Map<UUID, Long>> sold = rows.lockSold(commune, reservation);
        if (sold.isEmpty()) {
            return false;
        }
        Map<UUID, Long> left = new TreeMap<>(sold.get());
        Map<UUID, Long> change = new TreeMap<>();
        Want.summed(more).forEach((unit, quantity) -> {
            left.merge(unit, quantity, Math::addExact);
            change.merge(unit, -quantity, Math::addExact);
        });
        Want.summed(back).forEach((unit, quantity) -> {
            left.merge(unit, -quantity, Math::addExact);
            change.merge(unit, quantity, Math::addExact);
        });
        if (left.values().stream().anyMatch(rest -> rest < 0) || !rows.change(commune, change)) {
            return false;
        }
        rows.stillSold(commune, reservation, left);
        return true;
    }

    /** A reservation. */
    @Transactional(readOnly = true)
    public Optional<Reservation> find(UUID reservation) {
        return rows.find(commune(), reservation);
    }

    /** The reservation of a key. */
    @Transactional(readOnly = true)
    public Optional<Reservation> find(String key) {
        return rows.find(commune(), key);
    }

    /** Frees what is held beyond its time, at most so many reservations; how many there were. */
    public int expire(int limit) {
        int commune = commune();
        Instant now = now();
        ReservationRows.Expired expired = rows.expire(commune, now, limit);
        if (!expired.units().isEmpty()) {
            rows.giveBack(commune, expired.units());
        }
        return expired.count();
    }

    /** Forgets reservations that ended unsold a month ago. */
    void forget() {
        rows.forget(commune(), now().minus(KEPT));
    }

    private ReserveOutcome reserve(String key, Collection<Want> wants, State state, Duration hold) {
        Map<UUID, Long> sums = Want.summed(wants);
        if (sums.isEmpty()) {
            throw new IllegalArgumentException("nothing is wanted");
        }
        int commune = commune();
        String request = digest(sums);
        Instant now = now();
        Reservation made = new Reservation(ids.uuid(), state, now.plus(hold));
        if (!rows.add(commune, made, key, request, sums, now)) {
            return before(commune, key, request);
        }
        Set<UUID> taken = rows.reserve(commune, sums);
        if (taken.size() == sums.size()) {
            return new ReserveOutcome.Held(made, false);
        }
        Map<UUID, Long> undone = new TreeMap<>(sums);
        undone.keySet().retainAll(taken);
        if (!undone.isEmpty()) {
            rows.giveBack(commune, undone);
        }
        rows.remove(commune, made.id());
        sums.keySet().removeAll(taken);
        return new ReserveOutcome.Shortage(sums.keySet());
    }

    private ReserveOutcome before(int commune, String key, String request) {
        ReservationRows.Known known = rows.byKey(commune, key);
        return known.request().equals(request)
                ? new ReserveOutcome.Held(known.reservation(), true)
                : new ReserveOutcome.KeyReused();
    }

    private static String digest(Map<UUID, Long> sums) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(sums.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
