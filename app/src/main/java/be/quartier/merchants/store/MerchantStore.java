package be.quartier.merchants.store;

import static be.quartier.merchants.store.Columns.id;
import static be.quartier.merchants.store.Columns.instant;
import static be.quartier.merchants.store.Columns.maybeInstant;
import static be.quartier.merchants.store.Columns.maybeText;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.Newcomer;
import be.quartier.money.Bce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Rows of {@code merchant}. */
@Repository
public class MerchantStore {

    private static final String COLUMNS =
            "id, name, bce, trade, state, contact_name, contact_mail, language, applied_at, "
                    + "decided_at, decision_reason";

    private final JdbcClient jdbc;
    private final EstablishmentStore establishments;

    /** @param jdbc as the application's role */
    public MerchantStore(JdbcClient jdbc, EstablishmentStore establishments) {
        this.jdbc = jdbc;
        this.establishments = establishments;
    }

    /** Adds an enterprise that waits; false when the enterprise is there already (a refused one does not count). */
    public boolean add(CommuneId commune, UUID id, Newcomer newcomer, Instant now, Optional<UUID> by) {
        return jdbc.sql("""
            insert into merchant
              (commune_id, id, name, bce, trade, contact_name, contact_mail, language, applied_at, applied_by)
            values (:commune, :id, :name, :bce, :trade, :contact, :mail, :language, :now, :by)
            on conflict (commune_id, bce) where state <> 'refused' do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("name", newcomer.name())
                        .param("bce", newcomer.bce().digits())
                        .param("trade", newcomer.trade())
                        .param("contact", newcomer.contactName())
                        .param("mail", newcomer.contactMail())
                        .param("language", newcomer.language().code())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.orElse(null))
                        .update()
                == 1;
    }

    /** The merchant of an enterprise that waits or takes part. */
    public Optional<Merchant> byBce(CommuneId commune, Bce bce) {
        return one(commune, "bce = :value and state <> 'refused'", bce.digits());
    }

    /** One merchant. */
    public Optional<Merchant> find(CommuneId commune, UUID id) {
        return one(commune, "id = :value", id);
    }

    /** The names of those of these merchants that take part. */
    public Map<UUID, String> names(CommuneId commune, Collection<UUID> merchants) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
            select id, name from merchant
            where commune_id = :commune and id = any (:ids) and state = :accepted
            """)
                .param("commune", commune.value())
                .param("ids", new SqlArrayValue("uuid", merchants.toArray()))
                .param("accepted", MerchantState.ACCEPTED.code())
                .query((ResultSet row) -> {
                    names.put(id(row, "id"), row.getString("name"));
                });
        return names;
    }

    /** All merchants in one state, by name. */
    public List<Merchant> in(CommuneId commune, MerchantState state) {
        Map<UUID, List<Establishment>> shops = establishments.all(commune, state);
        return jdbc.sql("select " + COLUMNS + """
             from merchant
            where commune_id = :commune
              and state = :state
            order by lower(name), id
            """)
                .param("commune", commune.value())
                .param("state", state.code())
                .query((row, number) -> read(row, shops.getOrDefault(id(row, "id"), List.of())))
                .list();
    }

    /** Moves a merchant from one of these states to another; false when it is in none of them. */
    public boolean decide(CommuneId commune, UUID id, List<MerchantState> from, MerchantState to, Decision decision) {
        return jdbc.sql("""
            update merchant
            set state = :to, decided_at = :now, decided_by = :by, decision_reason = :reason
            where commune_id = :commune
              and id = :id
              and state = any (:from)
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("to", to.code())
                        .param("from", from.stream().map(MerchantState::code).toArray(String[]::new))
                        .param("now", decision.at().atOffset(ZoneOffset.UTC))
                        .param("by", decision.by().orElse(null))
                        .param("reason", decision.reason().orElse(null))
                        .update()
                == 1;
    }

    /** Who decided what, when and why. */
    public record Decision(Instant at, Optional<UUID> by, Optional<String> reason) {}

    private Optional<Merchant> one(CommuneId commune, String which, Object value) {
        return jdbc.sql("select " + COLUMNS + " from merchant where commune_id = :commune and " + which)
                .param("commune", commune.value())
                .param("value", value)
                .query((row, number) -> read(row, establishments.of(commune, id(row, "id"))))
                .optional();
    }

    private static Merchant read(ResultSet row, List<Establishment> shops) throws SQLException {
        return new Merchant(
                id(row, "id"),
                row.getString("name"),
                new Bce(row.getString("bce")),
                row.getString("trade"),
                MerchantState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("contact_name"),
                row.getString("contact_mail"),
                Language.of(row.getString("language")).orElseThrow(),
                instant(row, "applied_at"),
                maybeInstant(row, "decided_at"),
                maybeText(row, "decision_reason"),
                shops);
    }
}
