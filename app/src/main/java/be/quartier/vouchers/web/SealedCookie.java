package be.quartier.vouchers.web;

import be.quartier.commune.Commune;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Carries a secret from one page to the next: sealed, unreadable by scripts, for some time, in one commune. */
public final class SealedCookie {

    private final String purpose;
    private final String name;
    private final Duration life;
    private final SessionCookie cookies;
    private final Vault vault;
    private final InstantSource clock;

    /**
     * @param purpose of the seal, of nobody else
     * @param name of the cookie
     */
    public SealedCookie(
            String purpose, String name, Duration life, SessionCookie cookies, Vault vault, InstantSource clock) {
        this.purpose = purpose;
        this.name = name;
        this.life = life;
        this.cookies = cookies;
        this.vault = vault;
        this.clock = clock;
    }

    /** Gives the browser a secret. */
    public void set(Commune commune, String secret, HttpServletResponse response) {
        String text = commune.id().value() + "|" + clock.instant().plus(life).getEpochSecond() + "|" + secret;
        cookies.set(
                response,
                cookies.name(name),
                Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(purpose, text)),
                life);
    }

    /** The secret the browser was given for this commune, while it lives. */
    public Optional<String> read(Commune commune, HttpServletRequest request) {
        return cookies.read(request, cookies.name(name))
                .flatMap(SealedCookie::bytes)
                .flatMap(closed -> vault.open(purpose, closed))
                .map(text -> text.split("\\|", 3))
                .filter(parts -> parts.length == 3
                        && parts[0].equals(Integer.toString(commune.id().value()))
                        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                .map(parts -> parts[2]);
    }

    /** Takes the secret back. */
    public void clear(HttpServletResponse response) {
        cookies.set(response, cookies.name(name), "", Duration.ZERO);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
