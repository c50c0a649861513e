package be.quartier.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.quartier.installation.MasterKey;
import be.quartier.pages.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no database: addresses, return paths, limits, sealed text, log lines. */
class PureTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "",
                "account",
                "/a\nSet-Cookie: x",
                "/a b",
                "/é",
                "/sign-in",
                "/x/sign-in?to=/",
                "/sign-out",
                "/account/confirm?to=/"
            })
    void aReturnPathThatIsNotOursLeadsHome(String wanted) {
        assertThat(LocalPath.of(wanted)).isEqualTo(LocalPath.HOME);
        assertThat(LocalPath.of("/" + "a".repeat(600))).isEqualTo(LocalPath.HOME);
    }

    @Test
    void aReturnPathOfOursIsKept() {
        assertThat(LocalPath.of("/town/till?x=1&y=%2F").value()).isEqualTo("/town/till?x=1&y=%2F");
    }

    @ParameterizedTest
    @CsvSource({
        "' Jeanne@Example.BE ', jeanne@example.be",
        "a@bücher.example, a@xn--bcher-kva.example",
        "o'neil+shop@mail.example.be, o'neil+shop@mail.example.be"
    })
    void anAddressIsComparedWithoutCaseOrSpace(String typed, String expected) {
        assertThat(EmailAddress.of(typed).map(EmailAddress::value)).contains(expected);
        assertThat(EmailAddress.of(typed).orElseThrow().toString()).doesNotContain("@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jeanne",
                "@example.be",
                "a@b",
                "a@@b.be",
                "a b@c.be",
                "a@b.be\nBcc: x@y.be",
                "a@-b.be",
                "a@b..be",
                "a@b.be, c@d.be",
                "<a@b.be>"
            })
    void whatCannotBeAnAddressIsRefused(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @Test
    void aLimitLetsABurstThroughAndRefillsEvenly() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var limit = new RateLimit(3, Duration.ofSeconds(30), 100, now::get);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isEqualTo(OptionalLong.of(11));
        assertThat(limit.take("b")).isEmpty();
        now.set(Instant.EPOCH.plusSeconds(10));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isPresent();
        now.set(Instant.EPOCH.plusSeconds(3600));
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isEmpty();
        }
        assertThat(limit.take("a")).isPresent();
    }

    @Test
    void whoTriesTooOftenIsToldTheTimeThatIsLeft() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var limits = new SignInLimits(now::get);
        for (int i = 0; i < 120; i++) {
            limits.requireAttempt("192.0.2.7");
        }
        assertThat(left(limits)).isEqualTo(6L);
        now.set(Instant.EPOCH.plusSeconds(3));
        assertThat(left(limits)).isEqualTo(3L);
        now.set(Instant.EPOCH.plusSeconds(5));
        assertThatCode(() -> limits.requireAttempt("192.0.2.7")).doesNotThrowAnyException();
    }

    private static Object left(SignInLimits limits) {
        var raised = catchThrowableOfType(Problem.Raised.class, () -> limits.requireAttempt("192.0.2.7"));
        assertThat(raised.problem().status()).isEqualTo(429);
        return Objects.requireNonNull(raised.problem().more().get(Problem.RETRY_AFTER));
    }

    @Test
    void aLimitRemembersOnlySoManyKeys() {
        var limit = new RateLimit(1, Duration.ofHours(1), 50, () -> Instant.EPOCH);
        for (int i = 0; i < 10_000; i++) {
            limit.take("key" + i);
        }
        assertThat(limit.keys()).isEqualTo(50);
    }

    @Test
    void sealedTextOpensForItsPurposeOnlyAndNotWhenTouched() {
        var vault = new Vault(new MasterKey(new byte[32]), new SecureRandom());
        byte[] sealed = vault.seal("one", "secret");
        assertThat(vault.open("one", sealed)).contains("secret");
        assertThat(vault.open("two", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(vault.open("one", sealed)).isEmpty();
        assertThat(vault.open("one", new byte[3])).isEmpty();
    }

    @Test
    void aLogValueCannotStartALineOrForgeAField() {
        assertThat(SecurityEvents.plain("a\r\nsecurity outcome=ok \"x\""))
                .isEqualTo("a\\u{d}\\u{a}security\\u{20}outcome\\u{3d}ok\\u{20}\\u{22}x\\u{22}");
        assertThat(SecurityEvents.plain("x".repeat(1000))).hasSize(200);
    }

    @Test
    void aNetworkIsCountedNotAnAddress() {
        assertThat(Networks.of("192.0.2.7")).isEqualTo(Networks.of("192.0.2.200"));
        assertThat(Networks.of("192.0.2.7")).isNotEqualTo(Networks.of("192.0.3.7"));
        assertThat(Networks.of("2001:db8:1:200::1")).isEqualTo(Networks.of("2001:db8:1:2ff::9"));
        assertThat(Networks.of("unix")).isEqualTo("unix");
    }

    @Test
    void aDeviceIsNamedInWords() {
        assertThat(Device.words("Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"))
                .isEqualTo("Firefox, Android");
        assertThat(Device.words("curl/8")).isEqualTo("?, ?");
        assertThat(Device.words(null)).isEqualTo("?, ?");
    }
}
