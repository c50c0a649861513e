package be.quartier.demo.fill;

import static be.quartier.shop.orders.MerchantState.ACCEPTED;
import static be.quartier.shop.orders.MerchantState.CANCELLED;
import static be.quartier.shop.orders.MerchantState.DELIVERED;
import static be.quartier.shop.orders.MerchantState.DROPPED;
import static be.quartier.shop.orders.MerchantState.OUT;
import static be.quartier.shop.orders.MerchantState.PACKED;
import static be.quartier.shop.orders.MerchantState.PARTLY;
import static be.quartier.shop.orders.MerchantState.PLACED;
import static be.quartier.shop.orders.MerchantState.READY;
import static be.quartier.shop.orders.MerchantState.REFUSED;
import static be.quartier.shop.orders.MerchantState.SETTLED;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.MerchantState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An order of which every commune has one, whatever chance makes of the others: each state, each way to pay, fetched or brought. */
enum Scene {
    WAITS("toys", Modality.VOUCHER, false, Duration.ofMinutes(25), PLACED),
    GATHERS("florist", Modality.TRANSFER, false, Duration.ofMinutes(35), PLACED),
    GATHERS_MEAT("butcher", Modality.AT_PICKUP, false, Duration.ofMinutes(50), PLACED),
    PHONED("bakery", Modality.AT_PICKUP, false, Duration.ofMinutes(40), PLACED),
    TAKEN("sport", Modality.TRANSFER, false, Duration.ofHours(3), ACCEPTED),
    PAID_ONLINE("clothing", Modality.ONLINE, false, Duration.ofHours(4), ACCEPTED),
    LACKS("bakery", Modality.AT_PICKUP, false, Duration.ofHours(5), PARTLY),
    DECLINED("shoes", Modality.TRANSFER, false, Duration.ofHours(30), REFUSED),
    TAKEN_BACK("bicycle", Modality.AT_PICKUP, false, Duration.ofHours(20), CANCELLED),
    PREPARED("toys", Modality.AT_PICKUP, false, Duration.ofHours(7), READY),
    OF_ITS_OWN_PAGE("electronics", Modality.LINK, false, Duration.ofHours(9), ACCEPTED),
    AT_THE_WAREHOUSE("grocery", Modality.AT_DOOR, true, Duration.ofHours(50), DROPPED),
    IN_THE_PARCEL("books", Modality.TRANSFER, true, Duration.ofHours(51), PACKED),
    ON_A_BIKE("clothing", Modality.VOUCHER, true, Duration.ofHours(52), OUT),
    BROUGHT("sport", Modality.TRANSFER, true, Duration.ofHours(80), DELIVERED),
    OVER("optician", Modality.AT_PICKUP, false, Duration.ofHours(90), SETTLED);

    private final String trade;
    private final Modality way;
    private final boolean brought;
    private final Duration ago;
    private final MerchantState end;

    Scene(String trade, Modality way, boolean brought, Duration ago, MerchantState end) {
        this.trade = trade;
        this.way = way;
        this.brought = brought;
        this.ago = ago;
        this.end = end;
    }

    /** The trade of the shop. */
    String trade() {
        return trade;
    }

    Modality way() {
        return way;
    }

    /** Whether it comes to the door. */
    boolean brought() {
        return brought;
    }

    /** How long ago it was ordered. */
    Duration ago() {
        return ago;
    }

    /** When it is brought, seen from a moment: what is delivered came the day before. */
    Instant brings(Instant now) {
        return end == DELIVERED ? now.minus(Duration.ofDays(1)) : now;
    }

    /** Where it has been since it was placed, and where it stands. */
    List<MerchantState> steps() {
        return until(end);
    }

    private List<MerchantState> until(MerchantState last) {
        return switch (last) {
            case PLACED -> List.of();
            case ACCEPTED, PARTLY, REFUSED, CANCELLED -> List.of(last);
            case READY -> then(ACCEPTED, last);
            case DROPPED -> then(READY, last);
            case PACKED -> then(DROPPED, last);
            case OUT -> then(PACKED, last);
            case DELIVERED -> then(brought ? OUT : READY, last);
            case SETTLED -> then(DELIVERED, last);
        };
    }

    private List<MerchantState> then(MerchantState before, MerchantState last) {
        return Stream.concat(until(before).stream(), Stream.of(last)).toList();
    }
}
