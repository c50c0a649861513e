package be.quartier.people.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The page whose form was sent, as far as the browser tells. */
final class ReturnPath {

    private ReturnPath() {}

    /** Path and query of the referring page of this site; {@code /} when there is none. */
    static String ofReferer(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            URI from = URI.create(referer);
            boolean here = from.getAuthority() != null && from.getAuthority().equals(request.getHeader("Host"));
            String query = from.getRawQuery();
            return here ? from.getRawPath() + (query == null ? "" : "?" + query) : "/";
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }
}
