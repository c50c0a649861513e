package be.quartier.merchants.store;

import static be.quartier.merchants.store.Columns.id;
import static be.quartier.merchants.store.Columns.instant;
import static be.quartier.merchants.store.Columns.maybeId;
import static be.quartier.merchants.store.Columns.maybeInstant;
import static be.quartier.merchants.store.Columns.maybeText;

import be.quartier.commune.CommuneId;
import be.quartier.merchants.BankAccount;
import be.quartier.money.Iban;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code merchant_account}. */
@Repository
public class AccountStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a request; false when another one waits already. */
    public boolean add(CommuneId commune, UUID merchant, BankAccount account) {
        return jdbc.sql("""
            insert into merchant_account
              (commune_id, id, merchant_id, iban, holder, requested_at, requested_by, cooling_until)
            values (:commune, :id, :merchant, :iban, :holder, :at, :by, :cooling)
            on conflict (commune_id, merchant_id) where approved_at is null and ended_at is null do nothing
            """)
                        .param("commune", commune.value())
                        .param("id", account.id())
                        .param("merchant", merchant)
                        .param("iban", account.iban().value())
                        .param("holder", account.holder())
                        .param("at", account.requestedAt().atOffset(ZoneOffset.UTC))
                        .param("by", account.requestedBy().orElse(null))
                        .param("cooling", account.coolingUntil().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Approves a waiting request, effective once the cooling time is over; false when it does not wait any more. */
    public boolean approve(CommuneId commune, UUID id, Instant now, Optional<UUID> by, String payeeCheck) {
        return jdbc.sql("""
            update merchant_account
            set approved_at = :now, approved_by = :by, payee_check = :check,
                effective_at = greatest(cooling_until, :now)
            where commune_id = :commune
              and id = :id
              and approved_at is null
              and ended_at is null
              and (requested_by is null or requested_by is distinct from :by)
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.orElse(null), Types.OTHER)
                        .param("check", payeeCheck)
                        .update()
                == 1;
    }

    /** Withdraws a request that does not count yet; false when it counts already or was ended. */
    public boolean end(CommuneId commune, UUID id, Instant now, Optional<UUID> by, String reason) {
        return jdbc.sql("""
            update merchant_account
            set ended_at = :now, ended_by = :by, end_reason = :reason
            where commune_id = :commune
              and id = :id
              and ended_at is null
              and (effective_at is null or effective_at > :now)
            """)
                        .param("commune", commune.value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.orElse(null), Types.OTHER)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** The account that counts at this instant. */
    public Optional<BankAccount> at(CommuneId commune, UUID merchant, Instant when) {
        return jdbc.sql("""
            select *
            from merchant_account
            where commune_id = :commune
              and merchant_id = :merchant
              and effective_at <= :at
              and ended_at is null
            order by effective_at desc, id desc
            limit 1
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .param("at", when.atOffset(ZoneOffset.UTC))
                .query(AccountStore::read)
                .optional();
    }

    /** Every account the merchant ever asked for, newest first. */
    public List<BankAccount> history(CommuneId commune, UUID merchant) {
        return jdbc.sql("""
            select *
            from merchant_account
            where commune_id = :commune
              and merchant_id = :merchant
            order by requested_at desc, id desc
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .query(AccountStore::read)
                .list();
    }

    /** One request of one merchant. */
    public Optional<BankAccount> find(CommuneId commune, UUID merchant, UUID id) {
        return history(commune, merchant).stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    /** Merchants with a request that waits, oldest request first. */
    public List<UUID> waiting(CommuneId commune) {
        return jdbc.sql("""
            select a.merchant_id
            from merchant_account a
            join merchant m on m.commune_id = a.commune_id and m.id = a.merchant_id
            where a.commune_id = :commune
              and a.approved_at is null
              and a.ended_at is null
              and m.state <> 'applied'
            order by a.requested_at
            """)
                .param("commune", commune.value())
                .query((row, number) -> id(row, "merchant_id"))
                .list();
    }

    private static BankAccount read(ResultSet row, int number) throws SQLException {
        return new BankAccount(
                id(row, "id"),
                new Iban(row.getString("iban")),
                row.getString("holder"),
                instant(row, "requested_at"),
                maybeId(row, "requested_by"),
                instant(row, "cooling_until"),
                maybeInstant(row, "effective_at"),
                maybeInstant(row, "ended_at"),
                maybeText(row, "end_reason"));
    }
}
