package be.quartier.merchants.store;

import static be.quartier.merchants.store.Columns.id;

import be.quartier.commune.CommuneId;
import be.quartier.merchants.Closure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code closure}. */
@Repository
public class ClosureStore {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public ClosureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a closure of a shop; false when it is there. */
    public boolean add(CommuneId commune, UUID place, Closure closure) {
        return jdbc.sql("""
            insert into closure (commune_id, establishment_id, id, from_on, until_on, note)
            values (:commune, :place, :id, :from, :until, :note)
            on conflict do nothing
            """)
                        .param("commune", commune.value())
                        .param("place", place)
                        .param("id", closure.id())
                        .param("from", closure.from())
                        .param("until", closure.until())
                        .param("note", closure.note())
                        .update()
                == 1;
    }

    /** Removes a closure that is not over on a day; false when there is none. */
    public boolean remove(CommuneId commune, UUID place, UUID id, LocalDate today) {
        return jdbc.sql("""
            delete from closure
            where commune_id = :commune
              and establishment_id = :place
              and id = :id
              and until_on >= :today
            """)
                        .param("commune", commune.value())
                        .param("place", place)
                        .param("id", id)
                        .param("today", today)
                        .update()
                == 1;
    }

    /** The closures of every shop that {@code which} chooses, the earliest first. */
    Map<UUID, List<Closure>> read(CommuneId commune, String which, Object value) {
        Map<UUID, List<Closure>> closures = new HashMap<>();
        jdbc.sql("""
                          select c.establishment_id, c.id, c.from_on, c.until_on, c.note
                          from closure c
                          join establishment e on e.commune_id = c.commune_id and e.id = c.establishment_id
                          join merchant m on m.commune_id = e.commune_id and m.id = e.merchant_id
                          where c.commune_id = :commune
                            and
                          """ + which + " order by c.from_on, c.id")
                .param("commune", commune.value())
                .param("value", value)
                .query(row -> {
                    closures.computeIfAbsent(id(row, "establishment_id"), key -> new ArrayList<>())
                            .add(new Closure(
                                    id(row, "id"),
                                    row.getObject("from_on", LocalDate.class),
                                    row.getObject("until_on", LocalDate.class),
                                    row.getString("note")));
                });
        return closures;
    }
}
