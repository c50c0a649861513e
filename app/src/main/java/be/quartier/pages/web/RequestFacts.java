package be.quartier.pages.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.pages.View;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request says about commune, visitor and language; modules below and above leave the first two as attributes. */
final class RequestFacts {

    /** The cookie of the visible language switch. */
    static final String LANGUAGE_COOKIE = "language";

    private static final int ACCEPT_LANGUAGE_LENGTH_MAX = 200;

    private RequestFacts() {}

    /** The commune of the path: the attribute the commune's filter leaves. */
    static Optional<Commune> commune(HttpServletRequest request) {
        return request.getAttribute(Commune.class.getName()) instanceof Commune commune
                ? Optional.of(commune)
                : Optional.empty();
    }

    /** The visitor: the attribute the sign-in leaves, or nobody. */
    static Visitor visitor(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor ? visitor : Visitor.ANONYMOUS;
    }

    /** Switch, then the person's preference (an attribute), then the browser, then the commune's first language. */
    static Language language(HttpServletRequest request) {
        Optional<Language> chosen = cookie(request, LANGUAGE_COOKIE).flatMap(Language::of);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (request.getAttribute(Language.class.getName()) instanceof Language preferred) {
            return preferred;
        }
        return accepted(request)
                .or(() -> commune(request).map(c -> c.languages().getFirst()))
                .orElse(Language.FR);
    }

    /** The value of a cookie. */
    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** The path first asked for, also while an error page is made. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    /** Where the language switch comes back to: this address if it was read with GET, else its path alone. */
    static String returnPath(HttpServletRequest request) {
        String path = path(request);
        String query = request.getQueryString();
        String full = request.getMethod().equals("GET") && query != null ? path + "?" + query : path;
        return View.isLocal(full) ? full : "/";
    }

    /** Whether the answer is for a program rather than for a person. */
    static boolean wantsJson(HttpServletRequest request) {
        if (path(request).startsWith("/api/")) {
            return true;
        }
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > ACCEPT_LANGUAGE_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Language.of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
