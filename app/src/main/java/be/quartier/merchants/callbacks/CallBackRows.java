package be.quartier.merchants.callbacks;

import be.quartier.commune.Language;
import be.quartier.merchants.Place;
import be.quartier.money.Bce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code call_back}. */
final class CallBackRows {

    /** Guards every change: the request waits, and it is still the version the officer saw. */
    private static final String AS_SEEN =
            " where commune_id = :commune and id = :id and state = 'waiting' and version = :version";

    private final JdbcClient jdbc;

    CallBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a request; false when it is there, or its enterprise waits under another. */
    boolean add(int commune, UUID id, Preregistration asked, Instant now, LocalDate due) {
        return jdbc.sql("""
                        insert into call_back
                          (commune_id, id, received_at, due_on, bce, name, trade, street, number, box, postcode, town,
                           contact, phone, mail, language, moments, sells, wishes, words)
                        values (:commune, :id, :now, :due, :bce, :name, :trade, :street, :number, :box, :postcode, :town,
                                :contact, :phone, :mail, :language, :moments, :sells, :wishes, :words)
                        on conflict do nothing
                        """)
                        .param("commune", commune)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("due", due)
                        .params(answers(asked))
                        .update()
                == 1;
    }

    /** Puts other answers in place of those given. */
    boolean correct(int commune, UUID id, int version, Preregistration asked) {
        return jdbc.sql("""
                        update call_back
                        set version = version + 1, bce = :bce, name = :name, trade = :trade, street = :street,
                            number = :number, box = :box, postcode = :postcode, town = :town, contact = :contact,
                            phone = :phone, mail = :mail, language = :language, moments = :moments, sells = :sells,
                            wishes = :wishes, words = :words
                        """ + AS_SEEN)
                        .param("commune", commune)
                        .param("id", id)
                        .param("version", version)
                        .params(answers(asked))
                        .update()
                == 1;
    }

    Optional<CallBack> find(int commune, UUID id) {
        return jdbc.sql("select * from call_back where commune_id = :commune and id = :id")
                .param("commune", commune)
                .param("id", id)
                .query(CallBackRows::read)
                .optional();
    }

    Optional<CallBack> waiting(int commune, Bce bce) {
        return jdbc.sql("select * from call_back where commune_id = :commune and bce = :bce and state = 'waiting'")
                .param("commune", commune)
                .param("bce", bce.digits())
                .query(CallBackRows::read)
                .optional();
    }

    /** Those in a state: who waits by due day, who was answered by the latest answer. */
    List<CallBack> in(int commune, CallBackState state, int most) {
        String order = state == CallBackState.WAITING ? "due_on, received_at, id" : "decided_at desc, id";
        return jdbc.sql("select * from call_back where commune_id = :commune and state = :state order by " + order
                        + " limit :most")
                .param("commune", commune)
                .param("state", state.code())
                .param("most", most)
                .query(CallBackRows::read)
                .list();
    }

    /** Who says they are calling; the version stays, for nothing was answered. */
    boolean hold(int commune, UUID id, UUID by, Instant now, Instant until) {
        return jdbc.sql("""
                        update call_back
                        set held_by = :by, held_until = :until
                        where commune_id = :commune
                          and id = :id
                          and state = 'waiting'
                          and (held_by is null or held_by = :by or held_until <= :now)
                        """)
                        .param("commune", commune)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Promises another day, or the same; ends the holding. */
    boolean again(int commune, UUID id, int version, LocalDate due) {
        return jdbc.sql("""
                        update call_back
                        set version = version + 1, due_on = :due, held_by = null, held_until = null
                        """ + AS_SEEN)
                        .param("commune", commune)
                        .param("id", id)
                        .param("version", version)
                        .param("due", due)
                        .update()
                == 1;
    }

    /** Locks a request as it was seen, before it is answered for good. */
    boolean lock(int commune, UUID id, int version) {
        return jdbc.sql("select id from call_back" + AS_SEEN + " for update")
                .param("commune", commune)
                .param("id", id)
                .param("version", version)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Answers for good: a merchant, or else a reason. */
    boolean decide(int commune, UUID id, int version, UUID by, Instant now, Optional<UUID> merchant, String reason) {
        return jdbc.sql("""
                        update call_back
                        set version = version + 1, state = :state, decided_at = :now, decided_by = :by,
                            merchant_id = :merchant::uuid, reason = :reason, held_by = null, held_until = null
                        """ + AS_SEEN)
                        .param("commune", commune)
                        .param("id", id)
                        .param("version", version)
                        .param("state", merchant.isPresent() ? "confirmed" : "declined")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("merchant", merchant.map(UUID::toString).orElse(null))
                        .param("reason", merchant.isPresent() ? null : reason)
                        .update()
                == 1;
    }

    /** Empties what was answered before an instant; gives the ids. */
    List<UUID> empty(int commune, Instant before, Instant now) {
        return jdbc.sql("""
                        update call_back
                        set bce = null, name = '', street = '', number = '', box = '', postcode = '', town = '',
                            contact = '', phone = '', mail = '', moments = '{}', sells = '', wishes = '{}', words = '',
                            emptied_at = :now
                        where commune_id = :commune
                          and state <> 'waiting'
                          and decided_at < :before
                          and emptied_at is null
                        returning id
                        """)
                .param("commune", commune)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Map<String, Object> answers(Preregistration asked) {
        Place place = asked.place();
        return Map.ofEntries(
                Map.entry("bce", asked.bce().digits()),
                Map.entry("name", asked.name()),
                Map.entry("trade", asked.trade()),
                Map.entry("street", place.street()),
                Map.entry("number", place.number()),
                Map.entry("box", place.box()),
                Map.entry("postcode", place.postcode()),
                Map.entry("town", place.town()),
                Map.entry("contact", asked.contact()),
                Map.entry("phone", asked.phone()),
                Map.entry("mail", asked.mail()),
                Map.entry("language", asked.language().code()),
                Map.entry(
                        "moments",
                        asked.moments().stream().map(Moment::code).sorted().toArray(String[]::new)),
                Map.entry("sells", asked.sells()),
                Map.entry(
                        "wishes",
                        asked.wishes().stream().map(Wish::code).sorted().toArray(String[]::new)),
                Map.entry("words", asked.words()));
    }

    private static CallBack read(ResultSet row, int number) throws SQLException {
        return new CallBack(
                row.getObject("id", UUID.class),
                CallBackState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getObject("emptied_at") == null ? Optional.of(asked(row)) : Optional.empty(),
                Optional.ofNullable(row.getObject("held_by", UUID.class)),
                instant(row.getObject("held_until", OffsetDateTime.class)),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("reason")).flatMap(DeclineReason::of),
                Optional.ofNullable(row.getObject("merchant_id", UUID.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static Preregistration asked(ResultSet row) throws SQLException {
        var place = new Place(
                row.getString("name"),
                row.getString("street"),
                row.getString("number"),
                row.getString("box"),
                row.getString("postcode"),
                row.getString("town"),
                Optional.empty(),
                Optional.empty());
        return new Preregistration(
                new Bce(row.getString("bce")),
                row.getString("trade"),
                place,
                row.getString("contact"),
                row.getString("phone"),
                row.getString("mail"),
                Language.of(row.getString("language")).orElseThrow(),
                codes(row, "moments").stream()
                        .map(code -> Moment.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                row.getString("sells"),
                codes(row, "wishes").stream()
                        .map(code -> Wish.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                row.getString("words"));
    }

    private static Set<String> codes(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
