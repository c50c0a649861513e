package be.quartier.testing;

import be.quartier.installation.Installation;
import be.quartier.installation.InstallationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The installation all tests of one process share: a fresh embedded PostgreSQL under {@code target/}. */
public final class TestInstallation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable Installation shared;

    /** The shared installation, opened at first use and stopped at the end of the run. */
    public static synchronized Installation get() {
        if (shared == null) {
            Path folder = Path.of("target", "test-installation-" + System.getProperty("quartier.tests.fork", "1"));
            try {
                FileSystemUtils.deleteRecursively(folder.resolve("postgresql"));
                FileSystemUtils.deleteRecursively(folder.resolve("files"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Installation opened = Installation.open(InstallationSettings.embedded(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            letCommunesLeave(opened);
            shared = opened;
        }
        return shared;
    }

    /** In the product no commune ever leaves; see {@link TestCommunes#leave}. */
    private static void letCommunesLeave(Installation opened) {
        try (Connection owner = opened.database().connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                do $$
                declare tie record;
                begin
                  for tie in select conrelid::regclass as place, conname from pg_constraint where confrelid = 'commune'::regclass loop
                    execute format('alter table %s drop constraint %I', tie.place, tie.conname);
                  end loop;
                end $$
                """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("installation", get());
    }
}
