package be.quartier.pages.web;

import be.quartier.installation.MasterKey;
import be.quartier.pages.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Carries a message to the next page in a signed cookie, so that nothing is kept on the server for it. */
final class FlashCookie {

    private static final String NAME = "flash";
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final Clock clock;

    FlashCookie(byte[] key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    private record Sealed(Flash flash, long until) {}

    void leave(Flash flash, HttpServletRequest request, HttpServletResponse response) {
        byte[] content = JSON.writeValueAsBytes(
                new Sealed(flash, clock.instant().plus(LIFE).getEpochSecond()));
        String value = ENCODER.encodeToString(content) + "." + ENCODER.encodeToString(MasterKey.hmac(key, content));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, LIFE, request));
    }

    /** The message left, which is thereby gone; nothing when it is old or not ours. */
    Optional<Flash> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> value = RequestFacts.cookie(request, NAME);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        return open(value.get());
    }

    private Optional<Flash> open(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(value.substring(0, dot));
            byte[] seal = Base64.getUrlDecoder().decode(value.substring(dot + 1));
            if (!MessageDigest.isEqual(seal, MasterKey.hmac(key, content))) {
                return Optional.empty();
            }
            Sealed sealed = JSON.readValue(new String(content, StandardCharsets.UTF_8), Sealed.class);
            return sealed.until() < clock.instant().getEpochSecond() ? Optional.empty() : Optional.of(sealed.flash());
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
