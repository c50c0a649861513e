package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Reads the invented shops and gives each its numbers. */
final class Shops {

    /** No enterprise number of this range is handed out; no bank has this code. */
    private static final int FIRST_ENTERPRISE = 17_990_000;

    private static final String NO_BANK = "999";

    private Shops() {}

    static List<Shop> of(String town, List<Street> streets, RandomGenerator random) {
        List<Shop> shops = new ArrayList<>();
        for (Sheet.Row row : Sheet.read("shops").rows()) {
            if (row.text("town").equals(town)) {
                shops.add(shop(row, street(streets, row.text("street")), random));
            }
        }
        return List.copyOf(shops);
    }

    private static Street street(List<Street> streets, String name) {
        return streets.stream()
                .filter(street -> street.french().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No street " + name));
    }

    private static Shop shop(Sheet.Row row, Street street, RandomGenerator random) {
        String key = row.text("key");
        int number = row.number("number");
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(Language.FR, row.text("fr"));
        if (!row.text("nl").isEmpty()) {
            texts.put(Language.NL, row.text("nl"));
        }
        return new Shop(
                key,
                row.text("trade"),
                row.text("name"),
                row.text("contact"),
                Language.valueOf(row.text("language").toUpperCase(Locale.ROOT)),
                enterprise(FIRST_ENTERPRISE + random.nextInt(1, 10_000)),
                iban(random.nextInt(1, 10_000_000)),
                new Dwelling(street, number, "", street.door(number)),
                key + "@" + row.text("town") + ".example",
                String.format(Locale.ROOT, "065 00 %02d %02d", random.nextInt(100), random.nextInt(100)),
                row.number("weight"),
                row.number("mean"),
                row.text("hours"),
                texts);
    }

    /** Eight digits and their check: 97 less the remainder by 97. */
    private static String enterprise(int firstEight) {
        return String.format(Locale.ROOT, "%08d%02d", firstEight, 97 - firstEight % 97);
    }

    /** Belgian structure: bank, account, national check (remainder by 97, 97 for 0), then the two ISO 7064 check digits. */
    private static String iban(int account) {
        long ten = Long.parseLong(NO_BANK) * 10_000_000L + account;
        long national = ten % 97 == 0 ? 97 : ten % 97;
        String bban = String.format(Locale.ROOT, "%010d%02d", ten, national);
        long check = 98
                - new java.math.BigInteger(bban + "111400")
                        .mod(java.math.BigInteger.valueOf(97))
                        .longValue();
        return "BE" + String.format(Locale.ROOT, "%02d", check) + bban;
    }
}
