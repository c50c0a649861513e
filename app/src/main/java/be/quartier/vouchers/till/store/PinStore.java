package be.quartier.vouchers.till.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secret numbers of tills, as keyed hashes. */
public final class PinStore {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets a till's number; earlier tries are forgotten. */
    public void put(int commune, UUID till, byte[] hash) {
        jdbc.sql("""
                        insert into till_pin (commune_id, id, pin_hash)
                        values (:commune, :till, :hash)
                        on conflict (commune_id, id) do update
                        set pin_hash = excluded.pin_hash, wrong = 0, last_wrong_at = null
                        """)
                .param("commune", commune)
                .param("till", till)
                .param("hash", hash)
                .update();
    }

    /**
     * Whether the number is right; counted in the same statement, so that many at once count as many. Empty when too many
     * were wrong since {@code forget}, or the till has none.
     */
    public Optional<Boolean> check(int commune, UUID till, byte[] hash, int triesMax, Instant now, Instant forget) {
        return jdbc.sql("""
                        update till_pin
                        set wrong = case when pin_hash = :hash then 0 when last_wrong_at < :forget then 1 else wrong + 1 end,
                          last_wrong_at = case when pin_hash = :hash then null else :now end
                        where commune_id = :commune and id = :till
                          and (wrong < :most or last_wrong_at < :forget)
                        returning wrong = 0
                        """)
                .param("commune", commune)
                .param("till", till)
                .param("hash", hash)
                .param("most", triesMax)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forget", forget.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional();
    }
}
