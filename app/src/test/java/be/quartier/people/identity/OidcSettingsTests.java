package be.quartier.people.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.people.Assurance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OidcSettingsTests {

    private static Map<String, String> good() {
        return new HashMap<>(Map.of(
                "quartier.oidc.issuer", "https://idp.example",
                "quartier.oidc.client-id", "quartier",
                "quartier.oidc.client-secret", "hidden",
                "quartier.oidc.acr", "urn:x:Level500=high=eID; https://y/?a=b=substantial=Code"));
    }

    @Test
    void nothingConfiguredIsNoProviderAndHalfOfItIsAMistake() {
        assertThat(OidcSettings.read(name -> null)).isEmpty();
        for (String name : good().keySet()) {
            Map<String, String> part = good();
            part.remove(name);
            assertThatThrownBy(() -> OidcSettings.read(part::get))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("QUARTIER_OIDC_ACR")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void eachAcrHasALevelAndAName() {
        OidcSettings settings = OidcSettings.read(good()::get).orElseThrow();
        assertThat(settings.ways())
                .containsExactly(
                        new Way("urn:x:Level500", Assurance.HIGH, "eID"),
                        new Way("https://y/?a=b", Assurance.SUBSTANTIAL, "Code"));
        assertThat(settings.toString()).doesNotContain("hidden");
        for (String wrong :
                new String[] {"x", "x=y", "x=high", "x=tall=eID", "=high=eID", "x=high=", "x=high=a;x=low=b"}) {
            Map<String, String> all = good();
            all.put("quartier.oidc.acr", wrong);
            assertThatThrownBy(() -> OidcSettings.read(all::get))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anIssuerInClearIsRefusedUnlessItIsThisMachine() {
        Map<String, String> all = good();
        for (String wrong :
                new String[] {"http://idp.example", "ftp://idp.example", "idp", "https://idp.example?x", "https://a@b"
                }) {
            all.put("quartier.oidc.issuer", wrong);
            assertThatThrownBy(() -> OidcSettings.read(all::get))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        all.put("quartier.oidc.issuer", "http://localhost:1/fas");
        assertThat(OidcSettings.read(all::get)).isPresent();
    }

    @Test
    void aDocumentIsFetchedAgainWhenOldAndADeadProviderIsLeftAloneForSeconds() throws Exception {
        var now = new AtomicReference<>(Instant.EPOCH);
        var fetches = new AtomicInteger();
        var broken = new AtomicBoolean();
        Kept<Integer> kept = new Kept<>(
                () -> {
                    int number = fetches.incrementAndGet();
                    if (broken.get()) {
                        throw new IdentityRefused(Reason.UNAVAILABLE);
                    }
                    return number;
                },
                Duration.ofMinutes(10),
                now::get);
        assertThat(kept.get()).isEqualTo(1);
        assertThat(kept.get()).isEqualTo(1);
        now.set(Instant.EPOCH.plusSeconds(31));
        assertThat(kept.get()).isEqualTo(1);
        assertThat(kept.get(Duration.ofSeconds(30))).as("a key we do not know").isEqualTo(2);
        now.set(now.get().plusSeconds(601));
        broken.set(true);
        assertThatThrownBy(kept::get).isInstanceOf(IdentityRefused.class);
        assertThatThrownBy(kept::get).isInstanceOf(IdentityRefused.class);
        assertThat(fetches.get()).isEqualTo(3);
        broken.set(false);
        now.set(now.get().plusSeconds(6));
        assertThat(kept.get()).isEqualTo(4);
    }
}
