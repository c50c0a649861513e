package be.quartier.demo.region;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The invented region: the same seed and day make the same region, person for person.
 *
 * @param staff the people who work for the region rather than for a commune
 */
public record DemoRegion(Map<Language, String> names, List<Town> towns, List<Actor> staff) {

    /** The seed of the region that every demonstration shows. */
    public static final long SEED = 20_260_101L;

    /** Makes the region as it stands on a day; ages count from that day. */
    public static DemoRegion of(long seed, LocalDate today) {
        Names names = new Names();
        NissCounter numbers = new NissCounter();
        List<Town> towns = new ArrayList<>();
        for (Sheet.Row row : Sheet.read("towns").rows()) {
            SplittableRandom random =
                    new SplittableRandom(seed * 31 + row.text("slug").hashCode());
            towns.add(town(row, numbers, names, today, random));
        }
        Map<Language, String> regionNames =
                Sheet.read("region").rows().getFirst().texts("");
        return new DemoRegion(regionNames, List.copyOf(towns), actors(""));
    }

    /** The town with this slug; asking for another is an error of the caller. */
    public Town town(String slug) {
        return towns.stream()
                .filter(town -> town.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The demonstration has no commune " + slug));
    }

    private static Town town(
            Sheet.Row row, NissCounter numbers, Names names, LocalDate today, SplittableRandom random) {
        String slug = row.text("slug");
        Point centre = new Point(row.decimal("lat"), row.decimal("lon"));
        TownPlan plan = TownPlan.of(slug, centre, row.number("households"), random);
        List<Household> households =
                new Families(numbers, names, Readers.of(row), today, random).settle(plan.dwellings());
        return new Town(
                slug,
                row.texts("name_"),
                row.number("nl") >= 20 ? List.of(Language.FR, Language.NL) : List.of(Language.FR),
                row.text("postcode"),
                row.text("nis"),
                centre,
                plan.districts(),
                plan.streets(),
                households,
                Shops.of(slug, plan.streets(), random),
                actors(slug));
    }

    private static List<Actor> actors(String town) {
        List<Actor> actors = new ArrayList<>();
        for (Sheet.Row row : Sheet.read("people").rows()) {
            if (row.text("town").equals(town)) {
                String name = row.text("given") + " " + row.text("surname");
                String host = town.isEmpty() ? "region" : town;
                actors.add(new Actor(
                        Role.valueOf(row.text("roles")),
                        name,
                        Letters.ascii(name).toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + host + ".example",
                        Language.valueOf(row.text("language").toUpperCase(Locale.ROOT)),
                        row.texts("title_")));
            }
        }
        return List.copyOf(actors);
    }
}
