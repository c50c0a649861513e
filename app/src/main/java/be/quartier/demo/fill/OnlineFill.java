package be.quartier.demo.fill;

import be.quartier.demo.region.Town;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.shop.payments.PaymentTalks.Begun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Pays an order at the payment provider's twin as its customer would: on the provider's page. It speaks with this program itself,
 * so its transaction does not wait for anybody else; without an answer the order stays to be paid.
 */
@Component
@org.springframework.core.annotation.Order(92)
class OnlineFill implements FillStep {

    private static final Logger LOG = LoggerFactory.getLogger(OnlineFill.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scenes scenes;
    private final Orders orders;
    private final CustomerDesk customers;
    private final PaymentTalks talks;
    private final Environment environment;

    OnlineFill(Scenes scenes, Orders orders, CustomerDesk customers, PaymentTalks talks, Environment environment) {
        this.scenes = scenes;
        this.orders = orders;
        this.customers = customers;
        this.talks = talks;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "online-payment";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        scenes.played(town, Scene.PAID_ONLINE)
                .flatMap(orders::find)
                .ifPresent(order -> wanted(order).ifPresent(payment -> pay(town, order, payment)));
    }

    private Optional<OnlinePayment> wanted(Order order) {
        MerchantOrder part = order.parts().getFirst();
        return customers.pay(order, part.id(), part.legs().getFirst().id());
    }

    private void pay(Town town, Order order, OnlinePayment payment) {
        URI back = here("/" + town.slug() + "/paid/" + payment.id());
        if (talks.begin(payment.id(), order.number(), "fr_BE", back, Optional.empty())
                instanceof Begun.At(URI checkout)) {
            press(here(checkout.getPath()));
            talks.look(payment.id());
        }
    }

    private static void press(URI page) {
        HttpRequest paid = HttpRequest.newBuilder(page)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("status=paid"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(paid, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.warn("the demonstration's payment page does not answer: {}", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI here(String path) {
        return URI.create("http://localhost:" + environment.getProperty("local.server.port", "8080") + path);
    }
}
