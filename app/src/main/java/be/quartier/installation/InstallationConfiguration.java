package be.quartier.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the installation and offers its parts to every module. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Installation installation(Environment environment) {
        Path data = Path.of(environment.getProperty("quartier.data", "data"));
        return Installation.open(InstallationSettings.read(data, environment::getProperty));
    }

    @Bean
    MasterKey masterKey(Installation installation) {
        return installation.masterKey();
    }

    /** The application's own role; see {@link DatabaseSafety}. */
    @Bean
    DataSource dataSource(Installation installation, Environment environment) {
        DatabaseAccess access = installation.database();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("quartier");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.app().user());
        pool.setPassword(access.app().password());
        pool.setMaximumPoolSize(environment.getProperty("quartier.db.connections-max", Integer.class, 20));
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setMaxLifetime(Duration.ofMinutes(10).toMillis());
        pool.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        pool.addDataSourceProperty("ApplicationName", "quartier");
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    @Bean
    InstallationFacts installationFacts(JdbcClient jdbc) {
        return new InstallationFacts(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    InstallationClock clock(InstallationFacts facts) {
        Duration offset = facts.get("clock-offset").map(Duration::parse).orElse(Duration.ZERO);
        return new InstallationClock(Clock.systemUTC(), offset);
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, RandomGenerator random) {
        return new Ids(clock, random);
    }
}
