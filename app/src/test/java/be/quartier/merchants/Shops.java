package be.quartier.merchants;

import be.quartier.commune.Language;
import be.quartier.money.Bce;
import be.quartier.money.Iban;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Believable shops for tests; the same number always gives the same shop. */
public final class Shops {

    private Shops() {}

    /** An application with an enterprise number and account of its own. */
    public static Application numbered(int number) {
        return of(number, "Boulangerie Noël n° " + number, "bakery");
    }

    /** The same under another name and trade. */
    public static Application of(int number, String name, String trade) {
        return new Application(
                name,
                new Bce(String.format(Locale.ROOT, "0%07d%02d", number, 97 - number % 97)),
                trade,
                iban(number),
                name,
                new Place(
                        name,
                        "Rue Haute",
                        Integer.toString(number),
                        "",
                        "9999",
                        "Testville",
                        Optional.empty(),
                        Optional.of(new Position(50.0 + number / 10_000.0, 4.0 + number / 10_000.0))),
                OpeningHours.on(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0)),
                "Zoé Lambert",
                "shop" + number + "@example.org",
                Language.FR,
                Contract.VERSION);
    }

    /** A Belgian account of its own. */
    public static Iban iban(int number) {
        long ten = 539_000_0000L + number;
        long national = ten % 97 == 0 ? 97 : ten % 97;
        String account = String.format(Locale.ROOT, "%010d%02d", ten, national);
        int rest =
                new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue();
        return new Iban(String.format(Locale.ROOT, "BE%02d%s", 98 - rest, account));
    }
}
