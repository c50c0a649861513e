package be.quartier.installation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts about the whole installation, kept in its database: whether it is a demo, how far its clock was moved. */
public final class InstallationFacts {

    private final JdbcClient jdbc;

    /** @param jdbc as the application's role */
    public InstallationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fact's value, if it was ever stated. */
    public Optional<String> get(String name) {
        return jdbc.sql("select value from installation_fact where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** States a fact, replacing what was stated before. */
    public void put(String name, String value) {
        jdbc.sql("""
                        insert into installation_fact (name, value)
                        values (:name, :value)
                        on conflict (name) do update set value = excluded.value
                        """).param("name", name).param("value", value).update();
    }

    /** Whether the database was filled as a demo. */
    public boolean demo() {
        return get("demo").isPresent();
    }
}
