package be.quartier.demo.region;

import java.util.random.RandomGenerator;

/** The shapes of households and how often a Belgian commune has them, in percent. */
enum FamilyKind {
    OLD_ALONE(14),
    OLD_COUPLE(12),
    ALONE(15),
    COUPLE(11),
    STUDENTS(2),
    COUPLE_WITH_CHILDREN(27),
    ONE_PARENT(11),
    STEPFAMILY(5),
    GRANDPARENTS(2),
    FOSTER_FAMILY(1);

    private final int share;

    FamilyKind(int share) {
        this.share = share;
    }

    static FamilyKind draw(RandomGenerator random) {
        int ticket = random.nextInt(100);
        for (FamilyKind kind : values()) {
            ticket -= kind.share;
            if (ticket < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares of the kinds of households do not make 100.");
    }
}
