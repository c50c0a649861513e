package be.quartier;

import be.quartier.installation.Installation;
import be.quartier.installation.InstallationRefused;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; its commands are those of the launcher. */
@SpringBootApplication
public class Quartier {

    /** Entry point: the first argument names the command, see {@code ./quartier --help}. */
    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("Name a command: start, audit, backup, restore or routes.");
            System.exit(2);
        }
        quietMigrations();
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        try {
            run(args[0], rest);
        } catch (WrongUse e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (InstallationRefused e) {
            System.err.println(e.getMessage());
            // For audit, 1 says that an invariant does not hold; what could not be looked at is no such finding.
            System.exit(args[0].equals("audit") ? 2 : 1);
        }
    }

    /** Migrations run before the settings of the log are read; the operator's console is for what needs them. */
    private static void quietMigrations() {
        if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger flyway) {
            flyway.setLevel(Level.WARN);
        }
    }

    private static void run(String command, List<String> arguments) {
        switch (command) {
            case "start" -> Start.run(arguments);
            case "audit" -> AuditCommand.run(arguments);
            case "backup", "restore" -> BackupCommand.run(command, arguments);
            case "routes" -> RoutesCommand.run(arguments);
            default -> throw new WrongUse("There is no command '" + command + "'. See ./quartier --help");
        }
    }

    /**
     * The application over an opened installation, which is closed after everything else: a refusal of the installation is
     * then one sentence, before anything of the application is there.
     */
    static SpringApplication over(Installation installation) {
        SpringApplication.getShutdownHandlers().add(installation::close);
        SpringApplication application = new SpringApplication(Quartier.class);
        application.setLogStartupInfo(false);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("installation", installation));
        return application;
    }

    /** The refusal behind a failed start, which is what the operator should read; else the failure itself. */
    static RuntimeException refused(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InstallationRefused refusal) {
                return refusal;
            }
        }
        return error;
    }
}
