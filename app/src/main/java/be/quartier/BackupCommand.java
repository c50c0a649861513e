package be.quartier;

import be.quartier.installation.Backup;
import be.quartier.installation.InstallationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code backup FILE} and {@code restore FILE}. */
final class BackupCommand {

    private BackupCommand() {}

    static void run(String command, List<String> arguments) {
        String usage = "Usage: ./quartier " + command + " FILE [--data ./data]";
        Options options = Options.parse(arguments, Set.of("data"), Set.of(), 1, usage);
        if (options.words().isEmpty()) {
            throw new WrongUse("Name the file. " + usage);
        }
        Path file = Path.of(options.words().getFirst());
        if (command.equals("restore") && !Files.isRegularFile(file)) {
            throw new WrongUse("There is no file " + file + ". " + usage);
        }
        InstallationSettings settings =
                InstallationSettings.read(Path.of(options.value("data").orElse("data")), System::getenv);
        Backup.Summary summary =
                command.equals("backup") ? Backup.write(settings, file) : Backup.restore(settings, file);
        System.out.println((command.equals("backup") ? "Saved " : "Restored ") + summary.rows() + " rows of "
                + summary.tables() + " tables and " + summary.files() + " files, each verified against its SHA-256.");
    }
}
