package be.quartier.shop.orders;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.shop.Modality;
import be.quartier.shop.slots.Slots;
import be.quartier.shop.stock.Stock;
import be.quartier.testing.Fixture;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A commune with shops that sell, made row by row. */
@Fixture
public class TestShop {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestCommunes communes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Stock stock;
    private final Slots slots;
    private final Orders orders;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;

    TestShop(
            TestCommunes communes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Stock stock,
            Slots slots,
            Orders orders,
            Accounts accounts,
            Roles roles,
            Sessions sessions) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.stock = stock;
        this.slots = slots;
        this.orders = orders;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
    }

    /** A variant with its unit of stock, if it has one. */
    public record Ware(UUID variant, @Nullable UUID unit, long priceCents) {}

    /** A fresh commune with one trade. */
    public Street street() {
        Street street = new Street(communes.fresh());
        street.sql("""
            insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en)
            values (:commune, 'food', 1, 'Alimentation', 'Voeding', 'Lebensmittel', 'Food')
            """, Map.of());
        return street;
    }

    /** A street that another run of the application made. */
    public Street again(Commune commune) {
        return new Street(commune);
    }

    /** One commune and what tests do in it. */
    public final class Street {

        /** The commune. */
        public final Commune commune;

        Street(Commune commune) {
            this.commune = commune;
        }

        /** Runs inside the commune. */
        public <T> T in(Supplier<T> work) {
            return Tenancy.in(commune.id(), work);
        }

        /** Changes rows. */
        public void sql(String sql, Map<String, ?> values) {
            Tenancy.run(
                    commune.id(),
                    () -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                            .param("commune", commune.id().value())
                            .params(values)
                            .update()));
        }

        /** One number. */
        public long number(String sql, Map<String, ?> values) {
            return in(() -> java.util.Objects.requireNonNull(transactions.execute(_ -> jdbc.sql(sql)
                    .param("commune", commune.id().value())
                    .params(values)
                    .query(Long.class)
                    .single())));
        }

        /** An accepted merchant with an open shop front, paid in these ways. */
        public UUID merchant(String... modalities) {
            UUID id = UUID.randomUUID();
            sql(
                    """
                    insert into merchant (commune_id, id, name, bce, trade, state, contact_name, contact_mail, language, applied_at)
                    values (:commune, :id, :name, :bce, 'food', 'accepted', 'Test', :mail, 'fr', now())
                    """,
                    Map.of(
                            "id",
                            id,
                            "name",
                            "Épicerie " + id.toString().substring(0, 4),
                            "bce",
                            "0%07d%02d".formatted(NEXT.incrementAndGet(), 97 - NEXT.get() % 97),
                            "mail",
                            "m" + NEXT.get() + "@example.org"));
            sql("""
                insert into shop_terms (commune_id, merchant_id, published_at, pickup, delivery, preparation_minutes, updated_at)
                values (:commune, :id, now(), true, true, 30, now())
                """, Map.of("id", id));
            int position = 0;
            for (String modality : modalities) {
                sql("""
                    insert into shop_payment (commune_id, merchant_id, modality, position)
                    values (:commune, :id, :modality, :position)
                    """, Map.of("id", id, "modality", modality, "position", position++));
            }
            return id;
        }

        /** A product by the piece, with so many in stock, or made to order when below zero. */
        public Ware pieces(UUID merchant, long cents, int vat, long available) {
            return ware(merchant, cents, vat, available, false);
        }

        /** A product by weight, in steps of 50 g. */
        public Ware weighed(UUID merchant, long centsPerKilogram, int vat, long grams) {
            return ware(merchant, centsPerKilogram, vat, grams, true);
        }

        private Ware ware(UUID merchant, long cents, int vat, long available, boolean byWeight) {
            UUID product = UUID.randomUUID();
            UUID variant = UUID.randomUUID();
            sql("""
                insert into product (commune_id, id, merchant_id, name, language, state, vat_permille, created_at, updated_at)
                values (:commune, :id, :merchant, :name, 'fr', 'published', :vat, now(), now())
                """, Map.of("id", product, "merchant", merchant, "name", "Produit " + product, "vat", vat));
            sql(
                    """
                    insert into variant (commune_id, id, product_id, unit, price_cents, step_grams)
                    values (:commune, :id, :product, :unit, :cents, case when :unit = 'kilogram' then 50 end)
                    """,
                    Map.of("id", variant, "product", product, "cents", cents, "unit", byWeight ? "kilogram" : "piece"));
            if (available < 0) {
                return new Ware(variant, null, cents);
            }
            UUID unit = in(() -> stock.create(Stock.Kind.STOCK, available));
            needs(variant, unit, 1);
            return new Ware(variant, unit, cents);
        }

        /** Lets a variant take so much of a unit as well. */
        public void needs(UUID variant, UUID unit, int quantity) {
            sql("""
                insert into variant_need (commune_id, variant_id, unit_id, quantity)
                values (:commune, :variant, :unit, :quantity)
                """, Map.of("variant", variant, "unit", unit, "quantity", quantity));
        }

        /** A slot from tomorrow on with so many places. */
        public UUID slot(long places) {
            Instant from = Instant.now().plus(Duration.ofDays(1).plusMinutes(NEXT.incrementAndGet()));
            return in(() -> slots.open(from, from.plusSeconds(7_200), from.minusSeconds(3_600), places));
        }

        /** What is free of a unit. */
        public long free(@Nullable UUID unit) {
            return unit == null ? -1 : in(() -> stock.available(List.of(unit))).getOrDefault(unit, -1L);
        }

        /** The cookie of somebody who signed in with this role, in this shop if any. */
        public String signedIn(Role role, Optional<UUID> merchant) {
            UUID person = in(() -> accounts.openWithoutAddress("Zoé Lambert", Language.FR));
            Tenancy.run(commune.id(), () -> roles.grant(new Grant(person, role, merchant), new Actor.Operator()));
            return "quartier="
                    + sessions.start(
                            new Sessions.Start(commune.id(), person, Session.Method.MAIL, true, 0, "Test, Test"));
        }

        /** An order as it is now. */
        public Order found(UUID order) {
            return in(() -> orders.find(order)).orElseThrow();
        }

        /** A merchant's part of an order as it is now. */
        public MerchantOrder part(Order order, UUID merchant) {
            return found(order.id()).parts().stream()
                    .filter(part -> part.merchant().equals(merchant))
                    .findFirst()
                    .orElseThrow();
        }

        /** Orders for somebody. */
        public PlaceOutcome order(String key, Optional<UUID> slot, Map<UUID, Modality> ways, OrderWish.Line... lines) {
            Contact contact = new Contact("Ann Peeters", "ann@example.org", "", "");
            OrderWish wish = new OrderWish(
                    key, List.of(lines), slot, contact, ways, Optional.empty(), Language.FR, Optional.empty());
            return in(() -> orders.place(wish));
        }
    }
}
