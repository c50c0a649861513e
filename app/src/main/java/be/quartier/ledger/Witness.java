package be.quartier.ledger;

import be.quartier.commune.CommuneId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Checkpoints kept outside the database, in {@code files/checkpoints/<commune>/<day>.notes}: whoever cuts the end of the
 * log in the database, checkpoints included, is found by them. One a minute at most.
 */
final class Witness {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Path folder;
    private final Clock clock;
    private final Map<CommuneId, Instant> last = new ConcurrentHashMap<>();

    Witness(Path files, Clock clock) {
        this.folder = files.resolve("checkpoints");
        this.clock = clock;
    }

    /** Keeps a note, unless one was kept less than a minute ago. */
    void keep(CommuneId commune, String note) {
        Instant now = clock.instant();
        Instant before = last.get(commune);
        if (before != null && now.isBefore(before.plus(PAUSE)) && !now.isBefore(before)) {
            return;
        }
        try {
            Path place = Files.createDirectories(folder.resolve(Integer.toString(commune.value())));
            Path file = place.resolve(now.toString().substring(0, 10) + ".notes");
            Files.writeString(file, note + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last.put(commune, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every note kept of a commune, oldest first. */
    List<String> notes(CommuneId commune) {
        Path place = folder.resolve(Integer.toString(commune.value()));
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            List<String> notes = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                // A note ends with its signature line; an empty line of our own follows it.
                for (String note :
                        Files.readString(file, StandardCharsets.UTF_8).split("(?<=\n)\n(?=quartier-ledger/)", -1)) {
                    if (!note.isBlank()) {
                        notes.add(note.stripTrailing() + "\n");
                    }
                }
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
