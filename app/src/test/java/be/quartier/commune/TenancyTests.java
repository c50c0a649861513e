package be.quartier.commune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@QuartierTest
class TenancyTests {

    @Autowired
    TestCommunes communes;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aCommuneReadsItsOwnRowsAndNeverAnothers() {
        Commune here = communes.fresh();
        Commune there = communes.fresh();
        Tenancy.run(here.id(), () -> settings.put("motto", "ici"));
        Tenancy.run(there.id(), () -> settings.put("motto", "là-bas"));

        assertThat(Tenancy.in(here.id(), () -> settings.get("motto"))).contains("ici");
        Long seen = Tenancy.in(
                here.id(),
                () -> transactions.execute(status -> jdbc.sql("select count(*) from commune_setting")
                        .query(Long.class)
                        .single()));
        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aCommuneCannotWriteAnothersRow() {
        Commune here = communes.fresh();
        Commune there = communes.fresh();
        assertThatThrownBy(() -> Tenancy.run(
                        here.id(),
                        () -> transactions.executeWithoutResult(
                                status -> jdbc.sql("insert into commune_setting values (:commune, 'motto', 'volé')")
                                        .param("commune", there.id().value())
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void withoutACommuneNoRowIsRead() {
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(status -> jdbc.sql("select count(*) from commune_setting")
                                .query(Long.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
    }
}
