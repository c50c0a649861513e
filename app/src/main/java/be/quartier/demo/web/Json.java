package be.quartier.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers for scripts. */
final class Json {

    private Json() {}

    /** Whether the caller is a page's reader: browsers ask for HTML, scripts do not. */
    static boolean forPeople(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    /** Whether the caller asks for JSON by name. */
    static boolean asked(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    static ResponseEntity<Map<String, Object>> of(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
