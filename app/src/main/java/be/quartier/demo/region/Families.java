package be.quartier.demo.region;

import be.quartier.commune.Language;
import be.quartier.demo.region.Names.Origin;
import be.quartier.demo.region.Resident.Kinship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Settles households in dwellings: who lives together, how old they are, what they are called. */
final class Families {

    /** At this age a child that still lives at home is no longer made. */
    private static final int CHILD_YEARS_MAX = 25;

    private static final int PROTECTED_PER_THOUSAND = 6;

    private final People people;
    private final Names names;
    private final Readers readers;
    private final LocalDate today;
    private final RandomGenerator random;

    Families(NissCounter numbers, Names names, Readers readers, LocalDate today, RandomGenerator random) {
        this.people = new People(numbers, names, today, random);
        this.names = names;
        this.readers = readers;
        this.today = today;
        this.random = random;
    }

    List<Household> settle(List<Dwelling> dwellings) {
        List<Household> households = new ArrayList<>();
        for (Dwelling dwelling : dwellings) {
            Language language = readers.draw(random);
            List<Resident> members = members(FamilyKind.draw(random), language);
            boolean hidden = random.nextInt(1000) < PROTECTED_PER_THOUSAND;
            households.add(
                    new Household(100_000 + households.size(), dwelling, language, List.copyOf(members), hidden));
        }
        return List.copyOf(households);
    }

    private List<Resident> members(FamilyKind kind, Language language) {
        Roots roots = new Roots(names.origin(language, random), language);
        return switch (kind) {
            case OLD_ALONE -> List.of(people.adult(roots, random.nextInt(66, 97), Kinship.HEAD));
            case OLD_COUPLE -> couple(roots, random.nextInt(64, 92));
            case ALONE -> List.of(people.adult(roots, random.nextInt(26, 65), Kinship.HEAD));
            case COUPLE -> couple(roots, random.nextInt(23, 64));
            case STUDENTS -> students(language);
            case COUPLE_WITH_CHILDREN -> coupleWithChildren(roots);
            case ONE_PARENT -> oneParent(roots);
            case STEPFAMILY -> stepfamily(roots);
            case GRANDPARENTS -> grandparents(roots);
            case FOSTER_FAMILY -> fosterFamily(roots);
        };
    }

    /** A family's origin and language. */
    record Roots(Origin origin, Language language) {}

    private List<Resident> couple(Roots roots, int years) {
        Resident head = people.adult(roots, years, Kinship.HEAD);
        return new ArrayList<>(List.of(head, people.partner(mixed(roots), head)));
    }

    /** One partner in four has roots elsewhere. */
    private Roots mixed(Roots roots) {
        return random.nextInt(4) == 0 ? new Roots(names.origin(roots.language(), random), roots.language()) : roots;
    }

    private List<Resident> students(Language language) {
        List<Resident> members = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            Roots roots = new Roots(names.origin(language, random), language);
            members.add(people.adult(roots, random.nextInt(18, 26), members.isEmpty() ? Kinship.HEAD : Kinship.OTHER));
        }
        return members;
    }

    private List<Resident> coupleWithChildren(Roots roots) {
        List<Resident> members = couple(roots, random.nextInt(23, 57));
        addChildren(members, roots, people.childrensName(members), Kinship.CHILD, drawCount(18, 38, 28, 12, 4));
        return members;
    }

    private List<Resident> oneParent(Roots roots) {
        List<Resident> members = new ArrayList<>();
        members.add(people.adult(roots, random.nextInt(21, 56), Kinship.HEAD));
        boolean ownName = random.nextInt(100) < 40;
        String surname = ownName
                ? members.getFirst().surname()
                : names.surname(mixed(roots).origin(), random);
        addChildren(members, roots, surname, Kinship.CHILD, drawCount(40, 38, 16, 5, 1));
        return members;
    }

    /** Children of his, of hers and sometimes of both: two or three family names behind one bell. */
    private List<Resident> stepfamily(Roots roots) {
        List<Resident> members = couple(roots, random.nextInt(30, 55));
        addChildren(members, roots, members.getFirst().surname(), Kinship.CHILD, drawCount(55, 35, 10, 0, 0));
        String absent = names.surname(names.origin(roots.language(), random), random);
        addChildren(members, roots, absent, Kinship.STEPCHILD, drawCount(55, 35, 10, 0, 0));
        if (random.nextInt(100) < 30) {
            addChildren(members, roots, people.childrensName(members), Kinship.CHILD, 1);
        }
        return members;
    }

    private List<Resident> grandparents(Roots roots) {
        List<Resident> members = couple(roots, random.nextInt(52, 70));
        String surname = members.getFirst().surname();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            members.add(people.child(roots, surname, births().minusYears(random.nextInt(0, 17)), Kinship.GRANDCHILD));
        }
        return members;
    }

    private List<Resident> fosterFamily(Roots roots) {
        List<Resident> members = couple(roots, random.nextInt(32, 58));
        addChildren(members, roots, people.childrensName(members), Kinship.CHILD, random.nextInt(0, 3));
        Roots elsewhere = new Roots(names.origin(roots.language(), random), roots.language());
        String surname = names.surname(elsewhere.origin(), random);
        LocalDate born = births().minusYears(random.nextInt(1, 16));
        members.add(people.child(elsewhere, surname, born, Kinship.FOSTER_CHILD));
        return members;
    }

    /** Brothers and sisters one to four years apart; one birth in forty brings twins. */
    private void addChildren(List<Resident> members, Roots roots, String surname, Kinship kinship, int wanted) {
        int parentYears = members.getFirst().age(today);
        int eldest = Math.min(parentYears - random.nextInt(19, 37), CHILD_YEARS_MAX);
        LocalDate born = births().minusYears(Math.max(eldest, 0));
        for (int made = 0; made < wanted && !born.isAfter(today); made++) {
            members.add(people.child(roots, surname, born, kinship));
            if (random.nextInt(40) == 0) {
                members.add(people.child(roots, surname, born, kinship));
            }
            born = born.plusDays(random.nextInt(400, 1500));
        }
    }

    /** A day within the last year. */
    private LocalDate births() {
        return today.minusDays(random.nextInt(365));
    }

    private int drawCount(int one, int two, int three, int four, int five) {
        int ticket = random.nextInt(one + two + three + four + five);
        int[] shares = {one, two, three, four, five};
        int count = 0;
        do {
            ticket -= shares[count++];
        } while (ticket >= 0);
        return count;
    }
}
