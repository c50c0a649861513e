package be.quartier.shop.terms;

import be.quartier.shop.Modality;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How one merchant sells in the shared shop.
 *
 * @param publishedAt since when its front is open; empty while it is closed
 * @param pickup whether goods can be fetched in the shop
 * @param delivery whether goods can be brought
 * @param minimumCents below this an order of its goods is not taken, 0 to {@link #MINIMUM_MAX}
 * @param cycleMinimumCents what the orders of all customers that close together must come to, or those that are not accepted yet
 *     are cancelled; 0 for none. An order cycle, as Open Food Network calls it, with FoodCoopShop's minimum
 * @param preparationMinutes from the order until the goods are ready, 0 to {@link #PREPARATION_MAX}
 * @param cutOff local time in Brussels; what is ordered later counts for the next day
 * @param weightMargin how much more than ordered a weighed line may come to without a new consent, in percent, 0 to 30
 * @param story in the merchant's own words, at most {@link #STORY_MAX} characters; may be empty
 * @param channels by which ways it takes orders
 * @param ways in the merchant's order of preference; the first is the one proposed
 */
public record Terms(
        UUID merchant,
        Optional<Instant> publishedAt,
        boolean pickup,
        boolean delivery,
        long minimumCents,
        long cycleMinimumCents,
        int preparationMinutes,
        Optional<LocalTime> cutOff,
        Substitution substitution,
        int weightMargin,
        String story,
        Channels channels,
        List<PaymentWay> ways) {

    /** Largest minimum order, in cents. */
    public static final long MINIMUM_MAX = 50_000;

    /** Largest minimum of an order cycle, in cents. */
    public static final long CYCLE_MINIMUM_MAX = 500_000;

    /** Longest preparation: thirty days. */
    public static final int PREPARATION_MAX = 43_200;

    /** Largest margin of a weighed line, in percent. */
    public static final int MARGIN_MAX = 30;

    /** Longest story. */
    public static final int STORY_MAX = 3_000;

    /** Checks the ranges. @throws IllegalArgumentException when one is left */
    public Terms {
        ways = List.copyOf(ways);
        boolean inRange = minimumCents >= 0
                && minimumCents <= MINIMUM_MAX
                && cycleMinimumCents >= 0
                && cycleMinimumCents <= CYCLE_MINIMUM_MAX
                && preparationMinutes >= 0
                && preparationMinutes <= PREPARATION_MAX
                && weightMargin >= 0
                && weightMargin <= MARGIN_MAX
                && story.length() <= STORY_MAX;
        if (!inRange || !(pickup || delivery)) {
            throw new IllegalArgumentException("terms out of range");
        }
        if (cycleMinimumCents > 0 && pickup && cutOff.isEmpty()) {
            throw new IllegalArgumentException("what is fetched closes at no time, so its orders make no cycle");
        }
        if (ways.stream().map(PaymentWay::modality).distinct().count() < ways.size()) {
            throw new IllegalArgumentException("a way to pay is named twice");
        }
    }

    /** What a merchant starts from: fetched in the shop, ready in an hour, nothing replaced, no way to pay yet. */
    public static Terms first(UUID merchant) {
        return new Terms(
                merchant,
                Optional.empty(),
                true,
                false,
                0,
                0,
                60,
                Optional.empty(),
                Substitution.NEVER,
                10,
                "",
                Channels.FIRST,
                List.of());
    }

    /** The same terms with other ways to be paid. */
    public Terms paid(List<PaymentWay> others) {
        return new Terms(
                merchant,
                publishedAt,
                pickup,
                delivery,
                minimumCents,
                cycleMinimumCents,
                preparationMinutes,
                cutOff,
                substitution,
                weightMargin,
                story,
                channels,
                others);
    }

    /** Whether its front is open. */
    public boolean published() {
        return publishedAt.isPresent();
    }

    /** The way of this modality, when the merchant chose it. */
    public Optional<PaymentWay> way(Modality modality) {
        return ways.stream().filter(way -> way.modality() == modality).findFirst();
    }

    /** From the order until the goods are ready. */
    public Duration preparation() {
        return Duration.ofMinutes(preparationMinutes);
    }

    /** The text key that says {@link #preparation} with {@link #preparationCount} as its argument. */
    public String preparationKey() {
        return preparationKey(preparationMinutes);
    }

    /** How many of the unit that {@link #preparationKey} speaks of. */
    public int preparationCount() {
        return preparationCount(preparationMinutes);
    }

    /** The text key for so many minutes, in the largest unit that fits. */
    public static String preparationKey(int minutes) {
        return "terms.duration."
                + (minutes >= 1440 && minutes % 1440 == 0
                        ? "days"
                        : minutes >= 60 && minutes % 60 == 0 ? "hours" : "minutes");
    }

    /** How many of that unit. */
    public static int preparationCount(int minutes) {
        return minutes >= 1440 && minutes % 1440 == 0
                ? minutes / 1440
                : minutes >= 60 && minutes % 60 == 0 ? minutes / 60 : minutes;
    }
}
