package be.quartier.shop.front;

import be.quartier.commune.Tenancy;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.shop.terms.Channels;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchants of the commune of {@link Tenancy} that sell in the shared shop. */
@Service
public class Sellers {

    private final JdbcClient jdbc;
    private final Merchants merchants;

    Sellers(JdbcClient jdbc, Merchants merchants) {
        this.jdbc = jdbc;
        this.merchants = merchants;
    }

    private record Terms(
            UUID merchant, boolean delivers, Set<String> payments, String story, Seller.Ordering ordering) {}

    /** All of them, by name. */
    @Transactional(readOnly = true)
    public List<Seller> all() {
        Map<UUID, Terms> open = jdbc
                .sql("""
                select t.merchant_id, t.delivery, t.story, t.minimum_cents, t.cut_off, t.cycle_minimum_cents,
                       t.channels, t.order_phone, t.order_page,
                       array(select p.modality
                             from shop_payment p
                             where p.commune_id = t.commune_id and p.merchant_id = t.merchant_id) as payments
                from shop_terms t
                where t.commune_id = :commune
                  and t.published_at is not null
                """)
                .param("commune", Tenancy.required().value())
                .query((row, number) -> new Terms(
                        row.getObject("merchant_id", UUID.class),
                        row.getBoolean("delivery"),
                        Set.copyOf(Arrays.asList(
                                (String[]) row.getArray("payments").getArray())),
                        row.getString("story"),
                        new Seller.Ordering(
                                Channels.read(row),
                                row.getLong("minimum_cents"),
                                Optional.ofNullable(row.getObject("cut_off", LocalTime.class)),
                                row.getLong("cycle_minimum_cents"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Terms::merchant, Function.identity()));
        return merchants.accepted().stream()
                .flatMap(merchant ->
                        Optional.ofNullable(open.get(merchant.id())).stream().map(terms -> seller(merchant, terms)))
                .toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Seller> find(UUID merchant) {
        return all().stream()
                .filter(seller -> seller.merchant().id().equals(merchant))
                .findFirst();
    }

    private static Seller seller(Merchant merchant, Terms terms) {
        return new Seller(merchant, terms.delivers(), terms.payments(), terms.story(), terms.ordering());
    }
}
