package be.quartier.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages of {@code pages.txt}. */
final class PageList {

    private static final Path LIST = Path.of("src", "test", "resources", "pages.txt");

    /** The roles of those who work for the town hall or the region. */
    static final Set<String> TOWN_HALL = Set.of("admin", "approver", "auditor", "economy", "finance", "region");

    private PageList() {}

    /** The paths each role visits, in the order of the list; "-" is nobody. */
    static Map<String, List<String>> byRole() {
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(LIST)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" +", 2);
                    byRole.computeIfAbsent(parts[0], role -> new ArrayList<>()).add(Demo.path(parts[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byRole;
    }
}
