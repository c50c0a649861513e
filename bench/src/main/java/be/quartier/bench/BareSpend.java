package be.quartier.bench;

import be.quartier.commune.CommuneId;
import be.quartier.installation.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The baseline: the same spend as one hand-written statement per transaction, on the same tables, as the same role behind
 * the same row-level security. No HTTP, no JSON, no batching.
 */
final class BareSpend implements Load.Client {

    private static final String SPEND = """
            with v as (
              select v.id, v.campaign_id, v.stamp, c.day_limit_cents, x.payable_id
              from voucher v
              join campaign c on c.commune_id = v.commune_id and c.id = v.campaign_id
              join acceptance x on x.commune_id = v.commune_id and x.campaign_id = v.campaign_id
                and x.merchant_id = ? and x.ended_at is null
              where v.commune_id = ? and v.token_hash = ? and v.state = 'active' and c.state = 'open'
                and ? between coalesce(v.valid_from, c.valid_from) and coalesce(v.valid_until, c.valid_until)
                and (c.purchase_limit_cents is null or c.purchase_limit_cents >= ?)
            ), taken as (
              update account a
              set balance_cents = a.balance_cents - ?, out_day = ?,
                out_day_cents = case when a.out_day = ? then a.out_day_cents else 0 end + ?
              from v
              where a.commune_id = ? and a.id = v.id and a.stamp = v.stamp and a.balance_cents >= ?
                and (v.day_limit_cents is null
                  or case when a.out_day = ? then a.out_day_cents else 0 end + ? <= v.day_limit_cents)
              returning a.id, a.balance_cents
            )
            insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason, at, actor_kind,
              actor_id, guarded_after_cents, request_hash, cluster)
            select ?, ?, v.campaign_id, v.id, v.payable_id, ?, 'spend', ?, 'till', ?, taken.balance_cents, ?, ?
            from v
            join taken on taken.id = v.id
            returning id, guarded_after_cents
            """;

    private final Connection connection;
    private final Statement begin;
    private final PreparedStatement spend;
    private final CommuneId commune;
    private final UUID merchant;
    private final UUID till;
    private final int cluster;
    private final List<byte[]> vouchers;
    private final SplittableRandom random;

    BareSpend(
            DatabaseAccess access,
            CommuneId commune,
            UUID merchant,
            UUID till,
            int cluster,
            List<byte[]> vouchers,
            long seed)
            throws SQLException {
        this.connection = access.connectAsApp();
        this.connection.setAutoCommit(false);
        this.begin = connection.createStatement();
        this.spend = connection.prepareStatement(SPEND);
        this.commune = commune;
        this.merchant = merchant;
        this.till = till;
        this.cluster = cluster;
        this.vouchers = vouchers;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void once() throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        byte[] request = new byte[32];
        random.nextBytes(request);
        int at = 0;
        Object[] values = {
            merchant,
            commune.value(),
            vouchers.get(random.nextInt(vouchers.size())),
            today,
            1L, // v
            1L,
            today,
            today,
            1L,
            commune.value(),
            1L,
            today,
            1L, // taken
            commune.value(),
            new UUID(random.nextLong(), random.nextLong()),
            1L,
            OffsetDateTime.now(ZoneOffset.UTC),
            till,
            request,
            cluster
        };
        begin.execute("set local app.commune = '" + commune.value() + "'");
        for (Object value : values) {
            spend.setObject(++at, value);
        }
        try (ResultSet rows = spend.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("The spend was not taken");
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
