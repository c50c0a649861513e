package be.quartier.commune;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A commune's own settings: names and texts that make it different from its neighbour. */
public class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current commune's value of a setting, if it has one. */
    @Transactional(readOnly = true)
    public Optional<String> get(String name) {
        return jdbc.sql("select value from commune_setting where commune_id = :commune and name = :name")
                .param("commune", Tenancy.required().value())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Sets the current commune's value. */
    @Transactional
    public void put(String name, String value) {
        jdbc.sql("""
                        insert into commune_setting (commune_id, name, value)
                        values (:commune, :name, :value)
                        on conflict (commune_id, name) do update set value = excluded.value
                        """)
                .param("commune", Tenancy.required().value())
                .param("name", name)
                .param("value", value)
                .update();
    }
}
