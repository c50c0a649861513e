package be.quartier.shop.orders;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.PublicAddress;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.people.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to customers and merchants of the current commune about what happened to their orders: each event once, in the
 * transaction that notes that it was told.
 */
@Component
class Teller {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final OrderReading reading;
    private final OrderWriting writing;
    private final Tracking tracking;
    private final Messages messages;
    private final Merchants merchants;
    private final Communes communes;
    private final Texts texts;
    private final InstantSource clock;
    private final String site;

    Teller(
            JdbcClient jdbc,
            Vault vault,
            Ids ids,
            Tracking tracking,
            Messages messages,
            Merchants merchants,
            Communes communes,
            Texts texts,
            InstantSource clock,
            Environment environment) {
        this.jdbc = jdbc;
        this.reading = new OrderReading(jdbc, vault);
        this.writing = new OrderWriting(jdbc, ids);
        this.tracking = tracking;
        this.messages = messages;
        this.merchants = merchants;
        this.communes = communes;
        this.texts = texts;
        this.clock = clock;
        this.site = PublicAddress.of(environment);
    }

    private record Untold(UUID id, UUID order, UUID part, EventKind kind, String detail) {}

    /** What several events of one turn need, read once. */
    private final class Seen {

        private final Map<UUID, Order> orders = new HashMap<>();
        private final Map<UUID, Optional<Merchant>> known = new HashMap<>();

        Order order(UUID order) {
            return orders.computeIfAbsent(
                    order, id -> reading.find(Tenancy.required().value(), id).orElseThrow());
        }

        Optional<Merchant> merchant(UUID merchant) {
            return known.computeIfAbsent(merchant, merchants::find);
        }
    }

    /** Tells at most so many events; how many there were. */
    @Transactional
    public int tell(int limit) {
        int commune = Tenancy.required().value();
        List<Untold> events = jdbc.sql("""
            select e.id, m.order_id, e.merchant_order_id, e.kind, e.detail
            from order_event e
            join merchant_order m on m.commune_id = e.commune_id and m.id = e.merchant_order_id
            where e.commune_id = ? and e.told_at is null
            order by e.at, e.id limit ? for update of e skip locked
            """)
                .params(commune, limit)
                .query((row, number) -> new Untold(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getObject("merchant_order_id", UUID.class),
                        EventKind.of(row.getString("kind")),
                        row.getString("detail")))
                .list();
        Seen seen = new Seen();
        events.stream().filter(event -> event.kind().told()).forEach(event -> tell(event, seen));
        if (!events.isEmpty()) {
            jdbc.sql("update order_event set told_at = ? where commune_id = ? and id = any (?)")
                    .params(
                            clock.instant().atOffset(ZoneOffset.UTC),
                            commune,
                            new SqlArrayValue(
                                    "uuid", events.stream().map(Untold::id).toArray()))
                    .update();
        }
        return events.size();
    }

    /** Erases contacts that nobody needs any more. */
    @Transactional
    public void forget() {
        Instant before = clock.instant().minus(KEPT);
        writing.forget(Tenancy.required().value(), before);
    }

    private void tell(Untold event, Seen seen) {
        Commune commune = communes.get(Tenancy.required());
        Order order = seen.order(event.order());
        MerchantOrder part = order.parts().stream()
                .filter(one -> one.id().equals(event.part()))
                .findFirst()
                .orElseThrow();
        Optional<Merchant> merchant = seen.merchant(part.merchant());
        Optional<Contact> contact = order.contact();
        if (contact.isPresent() && event.kind() == EventKind.PLACED) {
            placed(commune, order, contact.get(), seen);
        }
        if (contact.isPresent() && merchant.isPresent() && event.kind() == EventKind.PROPOSED) {
            proposed(commune, order, part, contact.get(), merchant.get().name(), "order-event-" + event.id());
        } else if (contact.isPresent() && merchant.isPresent() && event.kind().toldToCustomer()) {
            send(
                    commune,
                    contact.get().mail(),
                    order.language(),
                    "shop/order-news",
                    Map.of(
                            "name", contact.get().name(),
                            "shop", merchant.get().name(),
                            "number", order.number(),
                            "news", news(event.kind(), order.language()),
                            "detail", event.detail().isEmpty() ? part.note() : event.detail(),
                            "link", link(commune, order)),
                    "order-event-" + event.id());
        }
        if (merchant.isPresent() && event.kind().toldToMerchant()) {
            Language language = merchant.get().language();
            send(
                    commune,
                    merchant.get().contactMail(),
                    language,
                    "shop/order-merchant",
                    Map.of(
                            "shop", merchant.get().name(),
                            "number", order.number(),
                            "amount", Formats.of(language).euros(part.placedCents()),
                            "news", news(event.kind(), language),
                            "link", site + "/" + commune.slug() + "/merchant/orders/" + part.id()),
                    "order-merchant-" + event.id());
        }
    }

    private void placed(Commune commune, Order order, Contact contact, Seen seen) {
        String shops = order.parts().stream()
                .flatMap(part -> seen.merchant(part.merchant()).stream())
                .map(Merchant::name)
                .collect(Collectors.joining(", "));
        send(
                commune,
                contact.mail(),
                order.language(),
                "shop/order-placed",
                Map.of(
                        "name", contact.name(),
                        "number", order.number(),
                        "amount", Formats.of(order.language()).euros(order.totalCents()),
                        "shops", shops,
                        "link", link(commune, order)),
                "order-placed-" + order.id());
    }

    /** Asks about what is proposed and not answered yet; when all of it is answered, nobody is asked. */
    private void proposed(Commune commune, Order order, MerchantOrder part, Contact contact, String shop, String key) {
        Formats formats = Formats.of(order.language());
        List<OrderLine> waiting = part.lines().stream().filter(OrderLine::waits).toList();
        if (waiting.isEmpty()) {
            return;
        }
        String changes = waiting.stream()
                .map(line ->
                        line.name() + " → " + line.substitute().orElseThrow().name() + " ("
                                + formats.euros(line.substitute().orElseThrow().amountCents()) + ")")
                .collect(Collectors.joining(", "));
        Instant until = waiting.stream()
                .map(line -> line.substitute().orElseThrow().answerBy())
                .min(Instant::compareTo)
                .orElseThrow();
        send(
                commune,
                contact.mail(),
                order.language(),
                "shop/order-swap",
                Map.of(
                        "name", contact.name(),
                        "shop", shop,
                        "number", order.number(),
                        "changes", changes,
                        "until", formats.dateTime(until),
                        "link", link(commune, order)),
                key);
    }

    private void send(
            Commune commune, String to, Language language, String template, Map<String, String> values, String key) {
        if (Recipient.Mail.valid(to)) {
            messages.send(commune.id(), new Recipient.Mail(to), language, template, values, key);
        }
    }

    private String news(EventKind kind, Language language) {
        return texts.text(language, "orders.news." + kind.code());
    }

    private String link(Commune commune, Order order) {
        return site + "/" + commune.slug() + "/orders/" + tracking.token(order.id());
    }
}
