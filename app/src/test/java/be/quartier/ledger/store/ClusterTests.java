package be.quartier.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.installation.DatabaseAccess;
import be.quartier.testing.TestInstallation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** By which number transfers of one database are told from those of another. */
class ClusterTests {

    @Test
    void aDatabaseThatIsAwayIsNotTakenForAnother() throws IOException {
        DatabaseAccess access = TestInstallation.get().database();
        var database = new DriverManagerDataSource(
                access.url(), access.app().user(), access.app().password());
        var cluster = new Cluster(JdbcClient.create(database));
        database.setUrl("jdbc:postgresql://127.0.0.1:" + freePort() + "/away");
        assertThatThrownBy(cluster::number).isInstanceOf(DataAccessException.class);
        database.setUrl(access.url());
        int known = new Cluster(JdbcClient.create(database)).number();
        assertThat(known).isGreaterThan(1);
        assertThat(cluster.number()).as("asked again").isEqualTo(known);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
