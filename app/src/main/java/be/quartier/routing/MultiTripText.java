package be.quartier.routing;

import be.quartier.routing.BenchmarkFile.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The VRPLIB-like files of multi-trip instances with time windows and releases (Yang 2023, doi 10.1287/trsc.2022.1161): node 1 is
 * the depot, node i + 1 is customer i, reloading takes no time.
 */
final class MultiTripText {

    private static final String TYPE = "MTVRPTWR";

    private final Map<String, String> header = new TreeMap<>();
    private final Map<String, List<int[]>> sections = new TreeMap<>();

    private MultiTripText() {}

    static BenchmarkFile parse(String text) throws Unreadable {
        MultiTripText file = new MultiTripText();
        file.lines(text);
        if (!TYPE.equals(file.header.get("TYPE"))) {
            throw new Unreadable("The file says 'TYPE: " + file.header.get("TYPE") + "'; only " + TYPE + " is read.");
        }
        return new BenchmarkFile(file.header.getOrDefault("NAME", ""), file.problem());
    }

    private void lines(String text) throws Unreadable {
        List<int[]> section = null;
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.equals("EOF")) {
                return;
            }
            if (line.isEmpty()) {
                continue;
            }
            if (line.endsWith("_SECTION")) {
                section = new ArrayList<>();
                sections.put(line.substring(0, line.length() - "_SECTION".length()), section);
            } else if (section != null) {
                section.add(SolomonText.numbers(line, number));
            } else if (line.contains(":")) {
                String[] parts = line.split(":", 2);
                header.put(parts[0].strip(), parts[1].strip());
            } else {
                throw new Unreadable("Line " + number + " is neither 'NAME: value' nor a section: '" + line + "'.");
            }
        }
    }

    private Problem problem() throws Unreadable {
        int nodes = (int) Limits.within("DIMENSION", number("DIMENSION"), 2, Limits.STOPS);
        int[][] at = columns("NODE_COORD", nodes, 3);
        int[][] demand = columns("DEMAND", nodes, 2);
        int[][] window = columns("TIME_WINDOW", nodes, 3);
        int[][] release = columns("RELEASE_TIME", nodes, 2);
        int service = SolomonText.tenfold(number("SERVICE_TIME"));
        List<Stop> stops = new ArrayList<>();
        for (int i = 1; i < nodes; i++) {
            stops.add(Stop.at(i)
                    .bringing(new Load(demand[i][1], 0))
                    .within(SolomonText.tenfold(window[i][1]), SolomonText.tenfold(window[i][2]))
                    .released(SolomonText.tenfold(release[i][1]))
                    .lasting(service));
        }
        int fleet = (int) Limits.within("VEHICLES", number("VEHICLES"), 1, Limits.STOPS);
        Vehicle vehicle = Vehicle.carrying(new Load(number("CAPACITY"), 0)).reloading(nodes);
        int[] x = Arrays.stream(at).mapToInt(row -> row[1]).toArray();
        int[] y = Arrays.stream(at).mapToInt(row -> row[2]).toArray();
        TimeWindow open = new TimeWindow(SolomonText.tenfold(window[0][1]), SolomonText.tenfold(window[0][2]));
        return new Problem(
                new Depot(0, open, 0),
                stops,
                Collections.nCopies(fleet, vehicle),
                List.of(BenchmarkFile.tenths(x, y)),
                Weights.DISTANCE);
    }

    private int number(String name) throws Unreadable {
        String value = header.get(name);
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new Unreadable("The header " + name + " is not a whole number but '" + value + "'.");
        }
    }

    private int[][] columns(String name, int nodes, int columns) throws Unreadable {
        List<int[]> rows = sections.getOrDefault(name, List.of());
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            if (row.length != columns || row[0] != i + 1) {
                throw new Unreadable("The section " + name + " has no node " + (i + 1) + " in its place.");
            }
        }
        if (rows.size() != nodes) {
            throw new Unreadable("The section " + name + " has " + rows.size() + " nodes, not " + nodes + ".");
        }
        return rows.toArray(int[][]::new);
    }
}
