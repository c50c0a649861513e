package be.quartier.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndToEndIdTests {

    private static final UUID CAMPAIGN = UUID.fromString("0193571e-6e3a-7cc1-8000-000000000001");
    private static final UUID MERCHANT = UUID.fromString("0193571e-6e3a-7cc1-8000-000000000002");
    private static final UUID RUN = UUID.fromString("0193571e-6e3a-7cc1-8000-000000000003");

    /** Pinned for ever: files already sent must keep matching their statements. */
    @Test
    void aReferenceIsAPureFunctionThatNeverChanges() {
        assertThat(EndToEndId.of(CAMPAIGN, MERCHANT, RUN, 1).value()).isEqualTo("QCEMV3VD4GEX6DSXZGZBTGF9TDH-1");
        assertThat(EndToEndId.of(CAMPAIGN, MERCHANT, RUN, 1)).isEqualTo(EndToEndId.of(CAMPAIGN, MERCHANT, RUN, 1));
        assertThat(EndToEndId.forRun(RUN, "")).isEqualTo("Q069NE7KE79YC3000000000000C");
    }

    @Test
    void anotherCampaignMerchantRunOrAttemptIsAnotherReference() {
        Set<EndToEndId> ids = new HashSet<>();
        for (int attempt = 1; attempt <= 999; attempt++) {
            ids.add(EndToEndId.of(CAMPAIGN, MERCHANT, RUN, attempt));
        }
        ids.add(EndToEndId.of(MERCHANT, CAMPAIGN, RUN, 1));
        ids.add(EndToEndId.of(CAMPAIGN, RUN, MERCHANT, 1));
        ids.add(EndToEndId.of(RUN, MERCHANT, CAMPAIGN, 1));
        assertThat(ids).hasSize(1_002).allMatch(id -> id.value().length() <= 35);
    }

    @Test
    void aReferenceABankWouldRefuseCannotBeMade() {
        for (String bad : new String[] {"", " ", "/a", "a/", "a//b", "é", "a_b", "x".repeat(36), " a"}) {
            assertThatThrownBy(() -> new EndToEndId(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> EndToEndId.of(CAMPAIGN, MERCHANT, RUN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
