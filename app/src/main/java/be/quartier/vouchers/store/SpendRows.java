package be.quartier.vouchers.store;

import be.quartier.vouchers.SecretHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What a spend reads of the vouchers' own tables. */
public final class SpendRows {

    /** One index probe per row and table: voucher by token hash, campaign and acceptance by primary key. */
    private static final String FACTS = """
            select a.position, v.id, v.campaign_id, v.state, v.stamp,
              coalesce(v.valid_from, c.valid_from) as valid_from,
              coalesce(v.valid_until, c.valid_until) as valid_until,
              c.state as campaign_state, c.purchase_limit_cents, c.day_limit_cents, x.payable_id
            from unnest(?, ?) with ordinality as a (hash, merchant, position)
            join voucher v on v.commune_id = ? and v.token_hash = a.hash
            join campaign c on c.commune_id = v.commune_id and c.id = v.campaign_id
            left join acceptance x on x.commune_id = v.commune_id and x.campaign_id = v.campaign_id
              and x.merchant_id = a.merchant and x.ended_at is null
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public SpendRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The facts for each token hash and shop, in the same order; null where no voucher has this token. */
    public @Nullable SpendFacts[] facts(int commune, List<SecretHash> hashes, List<UUID> merchants) {
        @Nullable SpendFacts[] facts = new SpendFacts[hashes.size()];
        jdbc.sql(FACTS)
                .param(hashes(hashes.stream()))
                .param(new SqlArrayValue("uuid", merchants.toArray()))
                .param(commune)
                .query((ResultSet row) -> {
                    facts[row.getInt(1) - 1] = read(row);
                });
        return facts;
    }

    /** The token hash of the voucher with this typed code. */
    public Optional<SecretHash> tokenOfCode(int commune, SecretHash codeHash) {
        return jdbc.sql("select token_hash from voucher where commune_id = ? and code_hash = ?")
                .params(commune, codeHash.bytes())
                .query((row, number) -> SecretHash.of(row.getBytes(1)))
                .optional();
    }

    /** Whether a secret was replaced by a newer one. */
    public boolean isFormer(int commune, SecretHash hash) {
        return jdbc.sql("select exists (select 1 from voucher_former_secret where commune_id = ? and hash = ?)")
                .params(commune, hash.bytes())
                .query(Boolean.class)
                .single();
    }

    /** When the shop typed a wrong code, newest first, since an instant. */
    public List<Instant> wrongCodes(int commune, UUID merchant, Instant since) {
        return jdbc.sql("""
                        select at from wrong_code
                        where commune_id = ? and merchant_id = ? and at > ?
                        order by at desc
                        limit 100
                        """)
                .params(commune, merchant, since.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    /** Keeps that the shop typed a wrong code now, and forgets what is too old to count. */
    public void addWrongCode(int commune, UUID id, UUID merchant, Instant at, Instant forgetBefore) {
        jdbc.sql("insert into wrong_code (commune_id, id, merchant_id, at) values (?, ?, ?, ?)")
                .params(commune, id, merchant, at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from wrong_code where commune_id = ? and merchant_id = ? and at < ?")
                .params(commune, merchant, forgetBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    // The driver tells bytea[] by the type of the array itself.
    static SqlArrayValue hashes(Stream<SecretHash> hashes) {
        return new SqlArrayValue(
                "bytea", (Object[]) hashes.map(SecretHash::bytes).toArray(byte[][]::new));
    }

    private static SpendFacts read(ResultSet row) throws SQLException {
        return new SpendFacts(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("state"),
                row.getInt("stamp"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("campaign_state"),
                cents(row, "purchase_limit_cents"),
                cents(row, "day_limit_cents"),
                Optional.ofNullable(row.getObject("payable_id", UUID.class)));
    }

    private static OptionalLong cents(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(cents);
    }
}
