package be.quartier.demo.region;

import be.quartier.commune.Language;
import be.quartier.demo.region.Resident.BirthKnown;
import be.quartier.demo.region.Resident.Kinship;
import be.quartier.demo.region.Resident.Standing;
import be.quartier.vouchers.registry.RegistryColumn;
import be.quartier.vouchers.registry.RegistryColumns;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The civil-registry extract a town hall would receive: semicolons, Windows-1252, everybody younger than 26, and all that goes
 * wrong between a register and a spreadsheet. The same town and day give the same bytes; who is born
 * later is not in it.
 */
public final class RegistryExtract {

    private static final int YEARS = 26;
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final int SECOND_HOMES = 14;
    private static final int REPEATED = 6;

    private final Town town;
    private final LocalDate day;
    private final SplittableRandom random;

    private RegistryExtract(Town town, LocalDate day) {
        this.town = town;
        this.day = day;
        this.random = new SplittableRandom(town.slug().hashCode() * 31L + day.toEpochDay());
    }

    /** The whole file. */
    public static byte[] of(Town town, LocalDate day) {
        RegistryExtract extract = new RegistryExtract(town, day);
        List<String> lines = new ArrayList<>();
        lines.add("Extrait du registre de la population " + town.name(Language.FR) + " " + SLASHES.format(day));
        lines.add(String.join(";", RegistryColumns.header()));
        lines.addAll(extract.rows());
        lines.addAll(extract.unreadable());
        return Letters.windows1252(String.join("\r\n", lines) + "\r\n").getBytes(Letters.WINDOWS_1252);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (Household household : town.households()) {
            household.youngerThan(YEARS, day).stream()
                    .filter(resident -> !resident.birth().isAfter(day))
                    .forEach(resident -> rows.add(line(household, resident, "")));
        }
        int known = rows.size();
        for (int i = 0; i < REPEATED; i++) {
            rows.add(random.nextInt(rows.size()), rows.get(random.nextInt(known)));
        }
        rows.addAll(secondHomes());
        return rows;
    }

    /** Children in shared custody stand a second time, at the other parent's address. */
    private List<String> secondHomes() {
        List<String> rows = new ArrayList<>();
        List<Household> all = town.households();
        for (int at = 7; rows.size() < SECOND_HOMES && at < all.size(); at += 97) {
            List<Resident> children = all.get(at).youngerThan(16, day);
            if (!children.isEmpty()) {
                rows.add(line(all.get((at + 1_000) % all.size()), children.getFirst(), "S"));
            }
        }
        return rows;
    }

    private String line(Household household, Resident resident, String custody) {
        Map<RegistryColumn, String> cells = new EnumMap<>(RegistryColumn.class);
        Dwelling home = household.dwelling();
        cells.put(RegistryColumn.NISS, niss(resident.niss()));
        cells.put(RegistryColumn.LAST_NAME, resident.surname().toUpperCase(Locale.FRENCH));
        cells.put(RegistryColumn.FIRST_NAME, resident.givenName());
        cells.put(RegistryColumn.BIRTH_DATE, birth(resident));
        cells.put(RegistryColumn.SEX, resident.sex().name());
        cells.put(RegistryColumn.STREET, home.street().name(household.language()));
        address(cells, home);
        cells.put(RegistryColumn.POSTCODE, town.postcode());
        cells.put(RegistryColumn.TOWN, town.name(household.language()).toUpperCase(Locale.FRENCH));
        cells.put(RegistryColumn.HOUSEHOLD, Integer.toString(household.number()));
        cells.put(RegistryColumn.HOUSEHOLD_HEAD, household.head().niss());
        cells.put(RegistryColumn.LANGUAGE, household.language().name());
        cells.put(RegistryColumn.PROTECTED, household.protectedAddress() ? "O" : "N");
        if (resident.standing() == Standing.DECEASED) {
            cells.put(RegistryColumn.DEATH_DATE, SLASHES.format(day.minusDays(random.nextInt(5, 200))));
        }
        if (resident.standing() == Standing.STRUCK_OFF) {
            cells.put(RegistryColumn.REMOVAL_DATE, SLASHES.format(day.minusDays(random.nextInt(5, 200))));
        }
        cells.put(RegistryColumn.ARRIVAL_DATE, SLASHES.format(arrival(household, resident)));
        cells.put(RegistryColumn.CUSTODY, custody);
        cells.put(RegistryColumn.DISTRICT, home.street().district().names().getOrDefault(Language.FR, ""));
        return written(cells);
    }

    private static String written(Map<RegistryColumn, String> cells) {
        List<String> line = new ArrayList<>();
        for (RegistryColumn column : RegistryColumn.values()) {
            String cell = cells.getOrDefault(column, "");
            line.add(cell.contains(";") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(";", line);
    }

    /** Spreadsheets drop leading zeros; some clerks write the number with its dots. */
    private String niss(String niss) {
        int ticket = random.nextInt(100);
        if (niss.startsWith("0") && ticket < 12) {
            return niss.replaceFirst("^0{1,5}", "");
        }
        return ticket < 97
                ? niss
                : niss.substring(0, 2) + "." + niss.substring(2, 4) + "." + niss.substring(4, 6) + "-"
                        + niss.substring(6, 9) + "." + niss.substring(9);
    }

    private String birth(Resident resident) {
        LocalDate birth = resident.birth();
        if (resident.birthKnown() == BirthKnown.YEAR) {
            return "00/00/" + birth.getYear();
        }
        if (resident.birthKnown() == BirthKnown.MONTH) {
            return String.format(Locale.ROOT, "00/%02d/%d", birth.getMonthValue(), birth.getYear());
        }
        return (random.nextInt(40) == 0 ? DIGITS : SLASHES).format(birth);
    }

    /** The box is written in every way there is, or sticks to the number. */
    private void address(Map<RegistryColumn, String> cells, Dwelling home) {
        String number = Integer.toString(home.number());
        String box = home.box();
        if (box.isEmpty()) {
            cells.put(RegistryColumn.NUMBER, number);
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> cells.put(RegistryColumn.NUMBER, number + " bte " + box);
            case 1 -> put(cells, number, "b" + box);
            case 2 -> put(cells, number, "bus " + box);
            case 3 -> put(cells, String.format(Locale.ROOT, "%04d", home.number()), box);
            default -> put(cells, number, box);
        }
    }

    private static void put(Map<RegistryColumn, String> cells, String number, String box) {
        cells.put(RegistryColumn.NUMBER, number);
        cells.put(RegistryColumn.BOX, box);
    }

    private LocalDate arrival(Household household, Resident resident) {
        if (resident.kinship() == Kinship.FOSTER_CHILD || household.number() % 61 == 0) {
            return later(resident.birth(), day.minusDays(random.nextInt(1, 120)));
        }
        return later(resident.birth(), day.minusDays(random.nextInt(400, 4_000)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A few rows nobody can read: a rounded number, wrong check digits, an impossible day, shifted columns, half a line. */
    private List<String> unreadable() {
        String rest = ";M;" + town.streets().getFirst().french() + ";1;;" + town.postcode() + ";"
                + town.name(Language.FR).toUpperCase(Locale.FRENCH) + ";;;FR;N;;;;;";
        return List.of(
                "1,70731E+10;DUPONT;Tom;31/07/2017" + rest,
                "17073070112;LAMBERT;Zoé;30/07/2017" + rest,
                ";MARTIN;Inès;12/03/2015" + rest,
                "15023170119;SIMON;Lucas;31/02/2015" + rest,
                "RENARD;Emma;14/05/2016");
    }
}
