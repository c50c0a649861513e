package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Lays out a commune: districts around the centre, streets as a slightly crooked grid in each, doors along the streets. */
record TownPlan(List<District> districts, List<Street> streets, List<Dwelling> dwellings) {

    private static final double METRES_BETWEEN_STREETS = 95;
    private static final int FIRST_STREET_CODE = 1010;

    static TownPlan of(String town, Point centre, int households, RandomGenerator random) {
        List<District> districts = new ArrayList<>();
        List<Street> streets = new ArrayList<>();
        List<Dwelling> dwellings = new ArrayList<>();
        for (Sheet.Row row : rowsOf("districts", town)) {
            District district = district(row, centre);
            List<Street> own = streets(rowsOf("streets", town), district, FIRST_STREET_CODE + streets.size(), random);
            districts.add(district);
            streets.addAll(own);
            dwellings.addAll(dwellings(own, households * district.share() / 100, random));
        }
        return new TownPlan(List.copyOf(districts), List.copyOf(streets), List.copyOf(dwellings));
    }

    private static List<Sheet.Row> rowsOf(String sheet, String town) {
        return Sheet.read(sheet).rows().stream()
                .filter(row -> row.text("town").equals(town))
                .toList();
    }

    private static District district(Sheet.Row row, Point centre) {
        Map<Language, String> names = row.texts("name_");
        Point middle = centre.moved(row.number("east_m"), row.number("north_m"));
        return new District(row.text("slug"), names, middle, row.number("share"));
    }

    private static List<Street> streets(
            List<Sheet.Row> rows, District district, int firstCode, RandomGenerator random) {
        List<Sheet.Row> own = rows.stream()
                .filter(row -> row.text("district").equals(district.slug()))
                .toList();
        double turn = random.nextDouble(Math.PI);
        List<Street> streets = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            double bearing = turn + (i % 2 == 0 ? 0 : Math.PI / 2) + random.nextDouble(-0.08, 0.08);
            int pair = i / 2;
            double aside = METRES_BETWEEN_STREETS * (pair - own.size() / 4.0);
            double back = -250 + random.nextDouble(-40, 40);
            Point start = district.middle()
                    .moved(
                            back * Math.cos(bearing) - aside * Math.sin(bearing),
                            back * Math.sin(bearing) + aside * Math.cos(bearing));
            Sheet.Row row = own.get(i);
            streets.add(new Street(firstCode + i, district, row.text("fr"), row.text("nl"), start, bearing));
        }
        return streets;
    }

    private static List<Dwelling> dwellings(List<Street> streets, int wanted, RandomGenerator random) {
        List<Dwelling> dwellings = new ArrayList<>();
        int[] next = new int[streets.size()];
        for (int street = 0; dwellings.size() < wanted; street = (street + 1) % streets.size()) {
            int number = ++next[street];
            int boxes = random.nextInt(100) < 12 ? random.nextInt(2, 7) : 1;
            for (int box = 1; box <= boxes && dwellings.size() < wanted; box++) {
                Street where = streets.get(street);
                dwellings.add(new Dwelling(where, number, boxes == 1 ? "" : Integer.toString(box), where.door(number)));
            }
        }
        return dwellings;
    }
}
