package be.quartier;

import be.quartier.installation.Installation;
import be.quartier.installation.InstallationSettings;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code audit}: checks every invariant of a live or stopped installation, one line each. */
final class AuditCommand {

    private AuditCommand() {}

    static void run(List<String> arguments) {
        Options options =
                Options.parse(arguments, Set.of("data"), Set.of(), 0, "Usage: ./quartier audit [--data ./data]");
        InstallationSettings settings =
                InstallationSettings.read(Path.of(options.value("data").orElse("data")), System::getenv);
        boolean holds;
        try (ConfigurableApplicationContext context =
                application(Installation.forReading(settings)).run("--quartier.empty=true")) {
            List<AuditFinding> findings = context.getBean(Audit.class).run();
            findings.forEach(System.out::println);
            holds = findings.stream().allMatch(AuditFinding::holds);
        } catch (RuntimeException e) {
            throw Quartier.refused(e);
        }
        if (!holds) {
            System.exit(1);
        }
    }

    /** The application without a web server, and therefore without background work. */
    static SpringApplication application(Installation installation) {
        SpringApplication application = Quartier.over(installation);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application;
    }
}
