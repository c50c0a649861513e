package be.quartier.vouchers.store;

import be.quartier.vouchers.SecretHash;
import be.quartier.vouchers.Voucher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The tables {@code voucher}, {@code voucher_former_secret} and {@code voucher_act}. */
public final class VoucherRows {

    private static final String SELECT = """
            select v.id, v.campaign_id, v.child_id, v.serial, v.generation, v.code_nonce, v.state, v.stamp, v.face_cents,
              coalesce(v.valid_from, c.valid_from) as valid_from,
              coalesce(v.valid_until, c.valid_until) as valid_until, v.issued_at
            from voucher v
            join campaign c on c.commune_id = v.commune_id and c.id = v.campaign_id
            where v.commune_id = ?
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public VoucherRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new voucher with the hashes of its secrets. */
    public record New(
            UUID id,
            UUID campaign,
            Optional<UUID> child,
            int serial,
            int nonce,
            long faceCents,
            Instant issuedAt,
            SecretHash tokenHash,
            SecretHash codeHash) {}

    /** The voucher with this id. */
    public Optional<Voucher> byId(int commune, UUID id) {
        return jdbc.sql(SELECT + "and v.id = ?")
                .params(commune, id)
                .query(VoucherRows::read)
                .optional();
    }

    /** The vouchers among these ids. */
    public List<Voucher> byIds(int commune, Collection<UUID> ids) {
        return jdbc.sql(SELECT + "and v.id = any (?) order by v.serial")
                .param(commune)
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query(VoucherRows::read)
                .list();
    }

    /** The voucher with this token. */
    public Optional<Voucher> byTokenHash(int commune, SecretHash hash) {
        return jdbc.sql(SELECT + "and v.token_hash = ?")
                .params(commune, hash.bytes())
                .query(VoucherRows::read)
                .optional();
    }

    /** The voucher with this typed code. */
    public Optional<Voucher> byCodeHash(int commune, SecretHash hash) {
        return jdbc.sql(SELECT + "and v.code_hash = ?")
                .params(commune, hash.bytes())
                .query(VoucherRows::read)
                .optional();
    }

    /** The vouchers of a child, oldest first. */
    public List<Voucher> ofChild(int commune, UUID child) {
        return jdbc.sql(SELECT + "and v.child_id = ? order by v.issued_at, v.id")
                .params(commune, child)
                .query(VoucherRows::read)
                .list();
    }

    /** The vouchers of a campaign with a serial above one, in the order of their serials. */
    public List<Voucher> ofCampaign(int commune, UUID campaign, int afterSerial, int limit) {
        return jdbc.sql(SELECT + "and v.campaign_id = ? and v.serial > ? order by v.serial limit ?")
                .params(commune, campaign, afterSerial, limit)
                .query(VoucherRows::read)
                .list();
    }

    /** Ids of vouchers whose money can still be used though their last day is before a day. */
    public List<UUID> due(int commune, UUID campaign, LocalDate before, int limit) {
        return jdbc.sql("""
                        select v.id
                        from voucher v
                        join campaign c on c.commune_id = v.commune_id and c.id = v.campaign_id
                        where v.commune_id = ? and v.campaign_id = ? and v.state in ('active', 'blocked')
                          and coalesce(v.valid_until, c.valid_until) < ?
                        order by v.id
                        limit ?
                        """)
                .params(commune, campaign, before, limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The highest serial of a campaign; its row must be locked. */
    public int lastSerial(int commune, UUID campaign) {
        return jdbc.sql("select coalesce(max(serial), 0) from voucher where commune_id = ? and campaign_id = ?")
                .params(commune, campaign)
                .query(Integer.class)
                .single();
    }

    /** The typed codes among these that a voucher has, or had, already. */
    public Set<SecretHash> knownCodes(int commune, Collection<SecretHash> hashes) {
        SqlArrayValue all = SpendRows.hashes(hashes.stream());
        return jdbc.sql("""
                        select code_hash from voucher where commune_id = ? and code_hash = any (?)
                        union all
                        select hash from voucher_former_secret where commune_id = ? and hash = any (?)
                        """)
                .param(commune)
                .param(all)
                .param(commune)
                .param(all)
                .query((row, number) -> SecretHash.of(row.getBytes(1)))
                .set();
    }

    /** Inserts new vouchers of one campaign. */
    public void insert(int commune, List<New> vouchers) {
        jdbc.sql("""
                        insert into voucher (commune_id, id, campaign_id, child_id, serial, code_nonce, token_hash, code_hash,
                          face_cents, issued_at)
                        select ?, v.id, v.campaign, v.child, v.serial, v.nonce, v.token_hash, v.code_hash, v.face, v.issued
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as v (id, campaign, child, serial, nonce, token_hash,
                          code_hash, face, issued)
                        """)
                .param(commune)
                .param(array("uuid", vouchers, New::id))
                .param(array("uuid", vouchers, New::campaign))
                .param(array("uuid", vouchers, v -> v.child().orElse(null)))
                .param(array("int4", vouchers, New::serial))
                .param(array("int4", vouchers, New::nonce))
                .param(SpendRows.hashes(vouchers.stream().map(New::tokenHash)))
                .param(SpendRows.hashes(vouchers.stream().map(New::codeHash)))
                .param(array("int8", vouchers, New::faceCents))
                .param(array("timestamptz", vouchers, v -> v.issuedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** Changes the state of vouchers and their stamp. */
    public void setState(int commune, Collection<UUID> ids, Voucher.State state) {
        jdbc.sql("update voucher set state = ?, stamp = stamp + 1 where commune_id = ? and id = any (?)")
                .param(state.code())
                .param(commune)
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .update();
    }

    /** Gives a voucher the secrets of its next generation, keeps the old hashes as former ones, and makes it active. */
    public void replaceSecrets(
            int commune,
            UUID voucher,
            int generation,
            int nonce,
            SecretHash tokenHash,
            SecretHash codeHash,
            Instant at) {
        jdbc.sql("""
                        insert into voucher_former_secret (commune_id, hash, voucher_id, generation, ended_at)
                        select v.commune_id, s.hash, v.id, v.generation, ?
                        from voucher v
                        cross join lateral (values (v.token_hash), (v.code_hash)) as s (hash)
                        where v.commune_id = ? and v.id = ?
                        """).params(at.atOffset(ZoneOffset.UTC), commune, voucher).update();
        jdbc.sql("""
                        update voucher
                        set generation = ?, code_nonce = ?, token_hash = ?, code_hash = ?, state = 'active', stamp = stamp + 1
                        where commune_id = ? and id = ?
                        """)
                .params(generation, nonce, tokenHash.bytes(), codeHash.bytes(), commune, voucher)
                .update();
    }

    /** Sets the last day of one voucher. */
    public void extend(int commune, UUID id, LocalDate until) {
        jdbc.sql("update voucher set valid_until = ?, stamp = stamp + 1 where commune_id = ? and id = ?")
                .params(until, commune, id)
                .update();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    private static Voucher read(ResultSet row, int number) throws SQLException {
        return new Voucher(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                Optional.ofNullable(row.getObject("child_id", UUID.class)),
                row.getInt("serial"),
                row.getInt("generation"),
                row.getInt("code_nonce"),
                Voucher.State.of(row.getString("state")),
                row.getInt("stamp"),
                row.getLong("face_cents"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
