package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders of the current commune that somebody types for a customer who called, wrote or stood there. */
@Component
@Transactional
public class TypedOrders {

    /** How such an order can be paid: nothing that the customer alone could confirm. */
    public static final Set<Modality> WAYS =
            EnumSet.of(Modality.TRANSFER, Modality.AT_PICKUP, Modality.AT_DOOR, Modality.LINK);

    private final Orders orders;
    private final Tracking tracking;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    TypedOrders(Orders orders, Tracking tracking, AuditTrail audit, JdbcClient jdbc) {
        this.orders = orders;
        this.tracking = tracking;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * A typed order with what opens its tracking page.
     *
     * @param tracking a secret of the customer
     */
    public record Typed(Order order, String tracking) {}

    /**
     * Places an order on somebody's behalf, whole or not at all; the same key places once.
     *
     * @param by who types it
     * @throws IllegalArgumentException when the source is the customer's own page, or a way to pay is none of {@link #WAYS}
     */
    public PlaceOutcome place(OrderWish wish, OrderSource source, UUID by) {
        if (source == OrderSource.WEB || !WAYS.containsAll(wish.ways().values())) {
            throw new IllegalArgumentException("nobody types such an order");
        }
        PlaceOutcome outcome = orders.place(wish.by(source));
        if (outcome instanceof Placed placed && mark(placed.order(), source, by)) {
            audit.record(
                    new Actor.Person(by),
                    "shop.order-typed",
                    "order:" + placed.order(),
                    Map.of("source", source.code()));
        }
        return outcome;
    }

    /** An order that this person typed; empty for every other. */
    @Transactional(readOnly = true)
    public Optional<Typed> find(UUID order, UUID by) {
        boolean own = jdbc.sql("select 1 from shop_order where commune_id = ? and id = ? and typed_by = ?")
                .params(Tenancy.required().value(), order, by)
                .query(Integer.class)
                .optional()
                .isPresent();
        return own ? orders.find(order).map(found -> new Typed(found, tracking.token(order))) : Optional.empty();
    }

    private boolean mark(UUID order, OrderSource source, UUID by) {
        return jdbc.sql("""
            update shop_order set source = ?, typed_by = ? where commune_id = ? and id = ? and source = 'web'
            """)
                        .params(source.code(), by, Tenancy.required().value(), order)
                        .update()
                == 1;
    }
}
