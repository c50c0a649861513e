package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.Quartier;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.stock.Stock;
import be.quartier.shop.stock.Want;
import be.quartier.testing.ChildApplication;
import be.quartier.testing.TestCommunes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A rush on a hundred pieces in which the application and its PostgreSQL are killed: who was told yes has an order, everybody else
 * may ask again, and in the end exactly what there was is sold; what was held is free after its time and five seconds.
 * {@code -Dquartier.buyers=1000} for the long form.
 */
class ShopKillTests {

    private static final int PIECES = 100;
    private static final int PLACES = 15;
    private static final int HELD = 10;
    private static final int BUYERS = Integer.getInteger("quartier.buyers", 400);
    private static final int KILLED_AFTER = 20;
    private static final Duration HOLD = Duration.ofSeconds(3);
    private static final Duration FREED_WITHIN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, String> placed = new ConcurrentHashMap<>();

    /** What is sold. */
    private record Sale(Street street, Ware single, UUID bundle, UUID slot) {

        String slug() {
            return street.commune.slug();
        }
    }

    @Test
    void aRushThatIsKilledSellsExactlyWhatThereIs() throws Exception {
        Sale sale;
        try (ConfigurableApplicationContext context = start()) {
            sale = sale(context.getBean(TestShop.class).street());
            List<Want> some =
                    List.of(new Want(Objects.requireNonNull(sale.single().unit()), HELD));
            sale.street().in(() -> context.getBean(Stock.class).reserve("never-paid", some, HOLD));
        }
        try (ChildApplication child = new ChildApplication(folder)) {
            rush(sale, child.port(), () -> kill(child));
        }
        assertThat(placed).as("some were told yes before it died").isNotEmpty();
        Map<String, String> before = Map.copyOf(placed);
        try (ChildApplication child = new ChildApplication(folder)) {
            rush(sale, child.port(), () -> {});
        }
        assertThat(placed).as("the same keys are answered alike").containsAllEntriesOf(before);
        try (ConfigurableApplicationContext context = start()) {
            check(context.getBean(TestShop.class), sale);
        }
    }

    private static Sale sale(Street street) {
        UUID merchant = street.merchant("transfer");
        Ware single = street.pieces(merchant, 350, 60, PIECES);
        Ware bundle = street.pieces(merchant, 600, 60, -1);
        street.needs(bundle.variant(), Objects.requireNonNull(single.unit()), 2);
        return new Sale(street, single, bundle.variant(), street.slot(PLACES));
    }

    private void rush(Sale sale, int port, Runnable when) throws InterruptedException {
        var yes = new AtomicInteger();
        var enough = new CountDownLatch(KILLED_AFTER);
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                int number = buyer;
                buyers.execute(() -> {
                    if (buy(sale, port, number) && yes.incrementAndGet() <= KILLED_AFTER) {
                        enough.countDown();
                    }
                });
            }
            enough.await(20, TimeUnit.SECONDS);
            when.run();
        }
    }

    /** Whether the buyer was told yes; no answer is no. */
    private boolean buy(Sale sale, int port, int buyer) {
        String key = "buyer-" + buyer;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/communes/" + sale.slug() + "/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body(sale, buyer)))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                placed.merge(key, answer.body(), (one, other) -> one.equals(other) ? one : one + other);
            }
            return answer.statusCode() == 201;
        } catch (IOException lost) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String body(Sale sale, int buyer) {
        String single = "{\"variant\":\"" + sale.single().variant() + "\",\"quantity\":1}";
        String lines = switch (buyer % 10) {
            case 0, 1 -> single + "," + single;
            case 2, 3 -> "{\"variant\":\"" + sale.bundle() + "\",\"quantity\":1}";
            default -> single;
        };
        return "{\"lines\":[" + lines + "],\"slot\":" + (buyer % 5 == 4 ? "\"" + sale.slot() + "\"" : "null")
                + ",\"contact\":{\"name\":\"Ann Peeters\",\"email\":\"b" + buyer + "@example.org\"},\"legs\":{}}";
    }

    private static void kill(ChildApplication child) {
        try {
            child.killBoth();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(TestShop shop, Sale sold) throws InterruptedException {
        Street street = shop.again(sold.street().commune);
        UUID unit = Objects.requireNonNull(sold.single().unit());
        long end = System.nanoTime() + FREED_WITHIN.toNanos();
        while (held(street) > 0 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(held(street)).as("still held, five seconds after its time").isZero();
        long taken = street.number("""
            select coalesce(sum(q.quantity), 0)
            from order_line l, unnest(l.units, l.taken) as q (unit, quantity)
            where l.commune_id = :commune and q.unit = :unit
            """, Map.of("unit", unit));
        assertThat(taken + street.free(unit)).as("sold and free").isEqualTo(PIECES);
        assertThat(street.free(unit))
                .as("left by buyers of two, and what was held")
                .isLessThanOrEqualTo(HELD + 1);
        assertThat(street.number(
                        "select count(*) from shop_order where commune_id = :commune and slot_id = :slot",
                        Map.of("slot", sold.slot())))
                .isLessThanOrEqualTo(PLACES);
    }

    private static long held(Street street) {
        return street.number(
                "select count(*) from reservation where commune_id = :commune and state = 'held'", Map.of());
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(new Class<?>[] {Quartier.class, TestCommunes.class, TestShop.class}, new String[] {
            "--quartier.data=" + folder, "--quartier.empty=true", "--server.port=0", "--logging.level.root=error"
        });
    }
}
