package be.quartier.ledger.store;

import be.quartier.ledger.DailyRoot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code daily_root}. */
public final class RootRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public RootRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the root of a day; false when the day has one. */
    public boolean add(int commune, DailyRoot root) {
        return jdbc.sql("""
                        insert into daily_root (commune_id, day, size, root, at) values (?, ?, ?, ?, ?)
                        on conflict (commune_id, day) do nothing
                        """)
                        .params(
                                commune,
                                root.day(),
                                root.size(),
                                root.root(),
                                root.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The newest roots first. */
    public List<DailyRoot> newest(int commune, int limit) {
        return jdbc.sql("select day, size, root, at from daily_root where commune_id = ? order by day desc limit ?")
                .params(commune, limit)
                .query((row, number) -> new DailyRoot(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }
}
