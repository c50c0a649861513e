package be.quartier.vouchers.live;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Move;
import be.quartier.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the dashboard hides of a town, whoever got vouchers and whoever used them. */
class LiveBookTests {

    @Test
    void aFewUnspentVouchersToBearerHideNoDistrictAndNoAge() {
        var town = new LiveBook();
        var random = new Random(4);
        var shops = List.of(new UUID(1, 1), new UUID(1, 2));
        shops.forEach(payable -> town.name(payable, payable));
        for (int number = 0; number < 400; number++) {
            var voucher = new UUID(2, number);
            town.add(new Place(voucher, new UUID(3, number / 2), "D" + number % 5, AgeBand.of(number % 18)));
            town.take(new Move(
                    new UUID(4, number),
                    voucher,
                    shops.get(number % 2),
                    100 + random.nextInt(5_000),
                    Reason.SPEND,
                    Instant.parse("2026-09-07T10:00:00Z").plus(Duration.ofDays(random.nextInt(60))),
                    number));
        }
        var before = LiveBook.hidden(town.cells());
        for (int bearer = 0; bearer < 3; bearer++) {
            var voucher = new UUID(5, bearer);
            town.add(new Place(voucher, voucher, "", AgeBand.UNKNOWN));
        }
        assertThat(LiveBook.hidden(town.cells())).isEqualTo(before);
        var unknown = CellKey.of("?", "", "", "");
        assertThat(LiveBook.hiddenIssued(town.cells()))
                .as("three got one, and the total does not tell it")
                .contains(unknown)
                .hasSizeGreaterThan(2);
        assertThat(LiveBook.hiddenIssued(town.cells()).stream()
                        .filter(key -> key.divides(0) && !key.divides(1))
                        .count())
                .isLessThan(6);
    }
}
