package be.quartier.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    @Test
    void aSortableIdCarriesItsVersionVariantAndMillisecond() {
        UUID id = ids.uuid();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aRandomIdCarriesNoTime() {
        UUID id = ids.randomUuid();
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isNotEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aHundredThousandIdsOfOneMillisecondDiffer() {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add(ids.uuid())).isTrue();
        }
    }

    @Test
    void theClockMovesForwardsOnly() {
        InstallationClock clock = new InstallationClock(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO);
        assertThat(clock.advanceTo(NOW.plusSeconds(60))).isTrue();
        assertThat(clock.advanceTo(NOW.plusSeconds(30))).isFalse();
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(60));
    }
}
