package be.quartier.bench;

import be.quartier.commune.Tenancy;
import be.quartier.shop.slots.Slots;
import be.quartier.shop.stock.Reservation;
import be.quartier.shop.stock.Stock;
import be.quartier.shop.stock.Want;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A thousand buyers at once for a hundred pieces over HTTP, on the connections on which they read the pages before, wave after wave:
 * single pieces, two lines of one variant, bundles that take two, a slot with few places, ten pieces held by somebody who never pays.
 * Beside it the same waves as bare SQL.
 */
final class CheckoutBench implements Benchmark {

    private static final int BUYERS = 1_000;
    private static final int PIECES = 100;
    private static final int HELD = 10;
    private static final int PLACES = 15;
    private static final int CREATED = 201;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration HOLD = Duration.ofSeconds(1);
    private static final Duration FREED_BY = HOLD.plusSeconds(5);

    @Override
    public String purpose() {
        return "1,000 buyers at once for 100 pieces over HTTP, beside the bare SQL (target: p99 0.4 of it)";
    }

    /** What is sold in one wave. */
    record Goods(UUID single, UUID bundle, UUID unit, UUID slot, UUID places) {}

    /** What came of one wave. */
    private record Wave(List<Long> nanos, long sold, double seconds) {}

    @Override
    public void run(Duration each, Report report) throws Exception {
        try (Town town = new Town();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            String commune = Integer.toString(Town.COMMUNE.value());
            town.asOwner("insert into shop_terms (commune_id, merchant_id, published_at, pickup, delivery, updated_at)"
                    + " values ("
                    + commune + ", '" + town.merchants.getFirst() + "', now(), true, true, now())");
            town.asOwner("insert into shop_payment (commune_id, merchant_id, modality, position) values (" + commune
                    + ", '" + town.merchants.getFirst() + "', 'transfer', 0)");
            report.line("buyers", BUYERS, "at once");
            report.doing("Warming up ...");
            warm(WARM_UP, goods -> http(client, town, goods), town);
            warm(WARM_UP.dividedBy(4), goods -> new BareCheckout(town.database()).wave(goods, BUYERS), town);
            report.doing("Measuring ...");
            List<Wave> http = waves(each, goods -> http(client, town, goods), town);
            List<Wave> bare = waves(each, goods -> new BareCheckout(town.database()).wave(goods, BUYERS), town);
            tell("http", http, report);
            tell("bare", bare, report);
            boolean exact = http.stream().allMatch(wave -> wave.sold() == PIECES);
            report.line("waves-not-exactly-100", exact ? 0 : 1, "faults");
            report.line("ratio", percentile(bare, 0.99) / percentile(http, 0.99), "ratio");
        }
    }

    private interface Rush {
        List<Long> buy(Goods goods) throws Exception;
    }

    /** Waves without a look at what came of them, until the code is compiled. */
    private static void warm(Duration time, Rush rush, Town town) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        do {
            rush.buy(goods(town));
        } while (System.nanoTime() < end);
    }

    /** Waves for about this long; each has goods of its own and ends when nothing of them is left. */
    private static List<Wave> waves(Duration time, Rush rush, Town town) throws Exception {
        List<Wave> waves = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        do {
            Goods goods = goods(town);
            Stock stock = town.bean(Stock.class);
            Instant held = Instant.now();
            Tenancy.in(
                    Town.COMMUNE,
                    () -> stock.reserve("held-" + goods.unit(), List.of(new Want(goods.unit(), HELD)), HOLD));
            long before = System.nanoTime();
            List<Long> nanos = rush.buy(goods);
            double seconds = (System.nanoTime() - before) / 1e9;
            waitFor(town, goods, held);
            long left = free(town, goods.unit());
            waves.add(new Wave(nanos, PIECES - left + sellRest(town, goods, left), seconds));
        } while (System.nanoTime() < end);
        return waves;
    }

    /** Waits until what was held too long is free: five seconds after its time at the latest. */
    private static void waitFor(Town town, Goods goods, Instant held) throws InterruptedException {
        while (held(town, goods)) {
            if (Instant.now().isAfter(held.plus(FREED_BY))) {
                throw new IllegalStateException("What was held is not free five seconds after its time");
            }
            Thread.sleep(100);
        }
    }

    private static boolean held(Town town, Goods goods) {
        return Tenancy.in(Town.COMMUNE, () -> town.bean(Stock.class).find("held-" + goods.unit()))
                .filter(one -> one.state() == Reservation.State.HELD)
                .isPresent();
    }

    private static long sellRest(Town town, Goods goods, long left) {
        if (left == 0) {
            return 0;
        }
        Stock stock = town.bean(Stock.class);
        Tenancy.in(Town.COMMUNE, () -> stock.sell("rest-" + goods.unit(), List.of(new Want(goods.unit(), left))));
        return left - free(town, goods.unit());
    }

    private static long free(Town town, UUID unit) {
        long free = Tenancy.in(Town.COMMUNE, () -> town.bean(Stock.class).available(List.of(unit)))
                .getOrDefault(unit, -1L);
        if (free < 0) {
            throw new IllegalStateException("Less than nothing is left");
        }
        return free;
    }

    private static Goods goods(Town town) throws SQLException {
        Stock stock = town.bean(Stock.class);
        UUID unit = Tenancy.in(Town.COMMUNE, () -> stock.create(Stock.Kind.STOCK, PIECES));
        UUID single = variant(town, unit, 1);
        UUID bundle = variant(town, unit, 2);
        Instant from = Instant.now().plus(Duration.ofDays(2)).plusNanos(System.nanoTime() % 1_000_000_000L);
        UUID slot = Tenancy.in(
                Town.COMMUNE,
                () -> town.bean(Slots.class)
                        .open(from, from.plus(Duration.ofHours(2)), from.minus(Duration.ofHours(1)), PLACES));
        UUID places = Tenancy.in(
                Town.COMMUNE,
                () -> town.bean(Slots.class).find(slot).orElseThrow().unit());
        return new Goods(single, bundle, unit, slot, places);
    }

    private static UUID variant(Town town, UUID unit, int quantity) throws SQLException {
        UUID product = UUID.randomUUID();
        UUID variant = UUID.randomUUID();
        String commune = Integer.toString(Town.COMMUNE.value());
        town.asOwner(
                "insert into product (commune_id, id, merchant_id, name, language, state, vat_permille, created_at,"
                        + " updated_at) values (" + commune + ", '" + product + "', '" + town.merchants.getFirst()
                        + "', 'Bench', 'fr', 'published', 60, now(), now())");
        town.asOwner("insert into variant (commune_id, id, product_id, price_cents) values (" + commune + ", '"
                + variant + "', '" + product + "', 350)");
        town.asOwner("insert into variant_need (commune_id, variant_id, unit_id, quantity) values (" + commune + ", '"
                + variant + "', '" + unit + "', " + quantity + ")");
        return variant;
    }

    private static List<Long> http(HttpClient client, Town town, Goods goods) throws Exception {
        URI uri = URI.create("http://localhost:" + town.port() + "/api/v1/communes/" + Town.SLUG + "/orders");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> calls = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", goods.unit() + "-" + buyer)
                        .POST(HttpRequest.BodyPublishers.ofString(body(goods, buyer)))
                        .build();
                calls.add(() -> {
                    long before = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != CREATED && answer.statusCode() != 409) {
                        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                    }
                    return System.nanoTime() - before;
                });
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<Long> one : threads.invokeAll(calls)) {
                nanos.add(one.get());
            }
            return nanos;
        }
    }

    private static String body(Goods goods, int buyer) {
        String single = "{\"variant\":\"" + goods.single() + "\",\"quantity\":1}";
        String lines = switch (buyer % 10) {
            case 0, 1 -> single + "," + single;
            case 2, 3 -> "{\"variant\":\"" + goods.bundle() + "\",\"quantity\":1}";
            default -> single;
        };
        String slot = buyer % 5 == 4 ? "\"" + goods.slot() + "\"" : "null";
        return "{\"lines\":[" + lines + "],\"slot\":" + slot + ",\"contact\":{\"name\":\"Bench\",\"email\":\"b" + buyer
                + "@example.org\"},\"legs\":{}}";
    }

    private static void tell(String side, List<Wave> waves, Report report) {
        double seconds = waves.stream().mapToDouble(Wave::seconds).sum();
        report.line(side + "-waves", waves.size(), "waves");
        report.line(side + "-rate", waves.size() * (double) BUYERS / seconds, "buyers/s");
        report.line(side + "-p50", percentile(waves, 0.5), "ms");
        report.line(side + "-p99", percentile(waves, 0.99), "ms");
    }

    private static double percentile(List<Wave> waves, double share) {
        long[] all = waves.stream()
                .flatMap(wave -> wave.nanos().stream())
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(all);
        return all[(int) (all.length * share)] / 1e6;
    }
}
