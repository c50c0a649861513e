package be.quartier.vouchers.store;

import be.quartier.ledger.Actor;
import be.quartier.vouchers.VoucherAct;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table {@code voucher_act}: inserted and read, never changed. */
public final class ActRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ActRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps acts. */
    public void add(int commune, List<UUID> ids, List<VoucherAct> acts) {
        VoucherAct first = acts.getFirst();
        jdbc.sql("""
                        insert into voucher_act (commune_id, id, voucher_id, act, reason, actor_kind, actor_id, at)
                        select ?, a.id, a.voucher, ?, ?, ?, ?, ?
                        from unnest(?, ?) as a (id, voucher)
                        """)
                .param(commune)
                .param(first.kind().code())
                .param(first.reason())
                .param(first.actor().kind().code())
                .param(first.actor().id().orElse(null))
                .param(first.at().atOffset(ZoneOffset.UTC))
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .param(new SqlArrayValue(
                        "uuid", acts.stream().map(VoucherAct::voucher).toArray()))
                .update();
    }

    /** What was done to a voucher, oldest first. */
    public List<VoucherAct> of(int commune, UUID voucher) {
        return jdbc.sql("""
                        select voucher_id, act, reason, actor_kind, actor_id, at
                        from voucher_act
                        where commune_id = ? and voucher_id = ?
                        order by at, id
                        """)
                .params(commune, voucher)
                .query((row, number) -> new VoucherAct(
                        row.getObject("voucher_id", UUID.class),
                        VoucherAct.Kind.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                        row.getString("reason"),
                        new Actor(
                                Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(row.getObject("actor_id", UUID.class))),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
