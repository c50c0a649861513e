package be.quartier.merchants.store;

import static be.quartier.merchants.store.Columns.id;
import static be.quartier.merchants.store.Columns.maybeText;

import be.quartier.commune.CommuneId;
import be.quartier.merchants.Closure;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.OpeningHours;
import be.quartier.merchants.OpeningHours.Span;
import be.quartier.merchants.Place;
import be.quartier.merchants.Position;
import be.quartier.money.EstablishmentNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code establishment} and {@code opening_hours}. */
@Repository
public class EstablishmentStore {

    private final JdbcClient jdbc;
    private final ClosureStore closures;

    /** @param jdbc as the application's role */
    public EstablishmentStore(JdbcClient jdbc, ClosureStore closures) {
        this.jdbc = jdbc;
        this.closures = closures;
    }

    /** Adds a shop; false when it is there already. */
    public boolean add(CommuneId commune, UUID merchant, UUID id, Place place, String description) {
        return jdbc.sql("""
            insert into establishment
              (commune_id, id, merchant_id, name, street, number, box, postcode, town, establishment_number,
               latitude, longitude, description)
            values (:commune, :id, :merchant, :name, :street, :number, :box, :postcode, :town, :establishment,
                    :latitude, :longitude, :description)
            on conflict do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("merchant", merchant)
                        .param("name", place.name())
                        .param("street", place.street())
                        .param("number", place.number())
                        .param("box", place.box())
                        .param("postcode", place.postcode())
                        .param("town", place.town())
                        .param(
                                "establishment",
                                place.establishment()
                                        .map(EstablishmentNumber::digits)
                                        .orElse(null))
                        .param(
                                "latitude",
                                place.position().map(Position::latitude).orElse(null))
                        .param(
                                "longitude",
                                place.position().map(Position::longitude).orElse(null))
                        .param("description", description)
                        .update()
                == 1;
    }

    /** Changes what is known of an open shop; a new address is no longer where the map has it. False when there is none. */
    public boolean change(CommuneId commune, UUID merchant, UUID id, Place place, String description) {
        return jdbc.sql("""
            update establishment
            set name = :name, street = :street, number = :number, box = :box, postcode = :postcode, town = :town,
                description = :description,
                latitude = case when (street, number, postcode) = (:street, :number, :postcode) then latitude end,
                longitude = case when (street, number, postcode) = (:street, :number, :postcode) then longitude end
            where commune_id = :commune
              and merchant_id = :merchant
              and id = :id
              and closed_at is null
            """)
                        .param("commune", commune.value())
                        .param("merchant", merchant)
                        .param("id", id)
                        .param("name", place.name())
                        .param("street", place.street())
                        .param("number", place.number())
                        .param("box", place.box())
                        .param("postcode", place.postcode())
                        .param("town", place.town())
                        .param("description", description)
                        .update()
                == 1;
    }

    /** How many open shops a merchant has; whoever asks next waits until this transaction ends. */
    public int count(CommuneId commune, UUID merchant) {
        jdbc.sql("select id from merchant where commune_id = :commune and id = :merchant for update")
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(UUID.class)
                .optional();
        return jdbc.sql("""
            select count(*)
            from establishment
            where commune_id = :commune
              and merchant_id = :merchant
              and closed_at is null
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(Integer.class)
                .single();
    }

    /** Closes a shop (an instant) or opens it again (nothing); false when it is so already. */
    public boolean close(CommuneId commune, UUID merchant, UUID id, Optional<Instant> at) {
        return jdbc.sql("""
            update establishment
            set closed_at = :at
            where commune_id = :commune
              and merchant_id = :merchant
              and id = :id
              and (closed_at is null) = :open
            """)
                        .param("commune", commune.value())
                        .param("merchant", merchant)
                        .param("id", id)
                        .param(
                                "at",
                                at.map(instant -> instant.atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("open", at.isPresent())
                        .update()
                == 1;
    }

    /** Puts a shop on the map; false when the merchant has no such shop. */
    public boolean place(CommuneId commune, UUID merchant, UUID id, Position position) {
        return jdbc.sql("""
            update establishment
            set latitude = :latitude, longitude = :longitude
            where commune_id = :commune
              and merchant_id = :merchant
              and id = :id
            """)
                        .param("commune", commune.value())
                        .param("merchant", merchant)
                        .param("id", id)
                        .param("latitude", position.latitude())
                        .param("longitude", position.longitude())
                        .update()
                == 1;
    }

    /** Replaces the hours of a shop. */
    public void hours(CommuneId commune, UUID id, OpeningHours hours) {
        jdbc.sql("delete from opening_hours where commune_id = :commune and establishment_id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .update();
        for (Span span : hours.spans()) {
            jdbc.sql("""
                insert into opening_hours (commune_id, establishment_id, weekday, opens, closes)
                values (:commune, :id, :day, :opens, :closes)
                """)
                    .param("commune", commune.value())
                    .param("id", id)
                    .param("day", span.day().getValue())
                    .param("opens", span.opens())
                    .param("closes", span.closes())
                    .update();
        }
    }

    /** The shops of one merchant, oldest first. */
    List<Establishment> of(CommuneId commune, UUID merchant) {
        return read(commune, "e.merchant_id = :value", merchant).getOrDefault(merchant, List.of());
    }

    /** The shops of every merchant in one state. */
    Map<UUID, List<Establishment>> all(CommuneId commune, MerchantState state) {
        return read(commune, "m.state = :value", state.code());
    }

    private Map<UUID, List<Establishment>> read(CommuneId commune, String which, Object value) {
        Map<UUID, List<Span>> hours = new HashMap<>();
        jdbc.sql("""
                          select h.establishment_id, h.weekday, h.opens, h.closes
                          from opening_hours h
                          join establishment e on e.commune_id = h.commune_id and e.id = h.establishment_id
                          join merchant m on m.commune_id = e.commune_id and m.id = e.merchant_id
                          where h.commune_id = :commune
                            and
                          """ + which)
                .param("commune", commune.value())
                .param("value", value)
                .query(row -> {
                    hours.computeIfAbsent(id(row, "establishment_id"), key -> new ArrayList<>())
                            .add(span(row));
                });
        Map<UUID, List<Closure>> closed = closures.read(commune, which, value);
        Map<UUID, List<Establishment>> shops = new LinkedHashMap<>();
        jdbc.sql("""
                          select e.*
                          from establishment e
                          join merchant m on m.commune_id = e.commune_id and m.id = e.merchant_id
                          where e.commune_id = :commune
                            and e.closed_at is null
                            and
                          """ + which + " order by e.id")
                .param("commune", commune.value())
                .param("value", value)
                .query(row -> {
                    UUID id = id(row, "id");
                    var open = new OpeningHours(hours.getOrDefault(id, List.of()));
                    shops.computeIfAbsent(id(row, "merchant_id"), key -> new ArrayList<>())
                            .add(new Establishment(
                                    id,
                                    place(row),
                                    open,
                                    row.getString("description"),
                                    closed.getOrDefault(id, List.of())));
                });
        return shops;
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }

    private static Place place(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return new Place(
                row.getString("name"),
                row.getString("street"),
                row.getString("number"),
                row.getString("box"),
                row.getString("postcode"),
                row.getString("town"),
                maybeText(row, "establishment_number").map(EstablishmentNumber::new),
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Position(latitude, longitude)));
    }
}
