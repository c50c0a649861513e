package be.quartier.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this process and of its PostgreSQL: what a spend costs, however busy the machine is. Linux only. */
final class Cpu {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    private final Path programs;

    /** @param folder the data folder whose PostgreSQL counts */
    Cpu(Path folder) {
        this.programs = folder;
    }

    /** Seconds used so far, driver included; a backend that has ended is forgotten. */
    double seconds() throws IOException {
        double ticks = ticks(PROC.resolve("self"));
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (ours(process)) {
                    ticks += ticks(process);
                }
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private boolean ours(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("exe")).startsWith(programs);
        } catch (IOException e) {
            return false;
        }
    }

    // Fields 14 and 15 of proc(5) stat: user and system time; the name before them may contain anything but ends with
    // ).
    private static double ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (IOException e) {
            return 0;
        }
    }
}
