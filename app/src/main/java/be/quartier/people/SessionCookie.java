package be.quartier.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of sign-in: unreadable by scripts, never sent along from other sites' forms, and where the installation is
 * served over https bound to this host ({@code __Host-}) and never sent in clear.
 */
public final class SessionCookie {

    /** The longest a browser keeps the session's cookie; the server's own limits are shorter or equal. */
    private static final Duration LIFE = Duration.ofDays(90);

    private final boolean secure;
    private final String name;

    /** @param baseUrl the address people use, {@code https://…} or {@code http://…} */
    public SessionCookie(String baseUrl) {
        this.secure = baseUrl.startsWith("https:");
        this.name = name("quartier");
    }

    /** The name of one of our cookies: with the prefix that binds it to the host where that is possible. */
    public String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    /** The session's secret, if the browser sent one. */
    public Optional<String> read(HttpServletRequest request) {
        return read(request, name);
    }

    /** The value of a cookie of this name. */
    public Optional<String> read(HttpServletRequest request, String cookie) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(one -> one.getName().equals(cookie))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Gives the browser a session's secret. */
    public void set(HttpServletResponse response, String secret) {
        set(response, name, secret, LIFE);
    }

    /** Takes the session's secret back. */
    public void clear(HttpServletResponse response) {
        set(response, name, "", Duration.ZERO);
    }

    /** Sets a cookie of this name, as protected as the session's. */
    public void set(HttpServletResponse response, String cookie, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
