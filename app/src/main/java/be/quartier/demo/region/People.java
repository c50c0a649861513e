package be.quartier.demo.region;

import be.quartier.demo.region.Families.Roots;
import be.quartier.demo.region.Resident.BirthKnown;
import be.quartier.demo.region.Resident.Kinship;
import be.quartier.demo.region.Resident.Sex;
import be.quartier.demo.region.Resident.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes single people. */
final class People {

    private static final int DOUBLE_NAMES_SINCE = 2014;

    private final NissCounter numbers;
    private final Names names;
    private final LocalDate today;
    private final RandomGenerator random;

    People(NissCounter numbers, Names names, LocalDate today, RandomGenerator random) {
        this.numbers = numbers;
        this.names = names;
        this.today = today;
        this.random = random;
    }

    Resident adult(Roots roots, int years, Kinship kinship) {
        return person(roots, names.surname(roots.origin(), random), sex(), bornYearsAgo(years), kinship);
    }

    /** Nine couples in ten are of two sexes, and their ages lie close. */
    Resident partner(Roots roots, Resident head) {
        boolean otherSex = random.nextInt(10) < 9;
        Sex sex = otherSex == (head.sex() == Sex.M) ? Sex.F : Sex.M;
        int years = Math.max(18, head.age(today) + random.nextInt(-4, 5));
        return person(roots, names.surname(roots.origin(), random), sex, bornYearsAgo(years), Kinship.PARTNER);
    }

    Resident child(Roots roots, String surname, LocalDate born, Kinship kinship) {
        return person(roots, surname, sex(), born, kinship);
    }

    /** The name a couple's children carry: one parent's, or since the law of 2014 sometimes both. */
    String childrensName(List<Resident> couple) {
        Resident father = couple.get(couple.get(0).sex() == Sex.M ? 0 : 1);
        Resident mother = couple.get(couple.get(0).sex() == Sex.M ? 1 : 0);
        boolean young = today.getYear() - DOUBLE_NAMES_SINCE > mother.age(today) - 30;
        if (young && random.nextInt(100) < 12) {
            return father.surname() + " " + mother.surname();
        }
        return random.nextInt(100) < 6 ? mother.surname() : father.surname();
    }

    private Resident person(Roots roots, String surname, Sex sex, LocalDate born, Kinship kinship) {
        boolean foreign = !roots.origin().nationality().equals("BE") && random.nextInt(100) < 70;
        BirthKnown known = birthKnown(roots);
        LocalDate birth = switch (known) {
            case DAY -> born;
            case MONTH -> born.withDayOfMonth(1);
            case YEAR -> born.withDayOfYear(1);
        };
        return new Resident(
                names.givenName(roots.origin(), sex, born.getYear(), roots.language(), random),
                surname,
                sex,
                birth,
                known,
                numbers.next(birth, known, sex),
                foreign ? roots.origin().nationality() : "BE",
                kinship,
                standing());
    }

    /** Partial dates belong to people born where no register was kept or where it was lost. */
    private BirthKnown birthKnown(Roots roots) {
        boolean fromAfar = switch (roots.origin().name()) {
            case "syrian", "congolese", "moroccan" -> true;
            default -> false;
        };
        int ticket = random.nextInt(1000);
        if (!fromAfar || ticket >= 60) {
            return BirthKnown.DAY;
        }
        return ticket < 25 ? BirthKnown.MONTH : BirthKnown.YEAR;
    }

    private Standing standing() {
        int ticket = random.nextInt(10_000);
        if (ticket < 12) {
            return Standing.DECEASED;
        }
        return ticket < 40 ? Standing.STRUCK_OFF : Standing.PRESENT;
    }

    private LocalDate bornYearsAgo(int years) {
        return today.minusYears(years).minusDays(random.nextInt(365));
    }

    private Sex sex() {
        return random.nextInt(205) < 105 ? Sex.M : Sex.F;
    }
}
