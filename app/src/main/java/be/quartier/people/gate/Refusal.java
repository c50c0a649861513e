package be.quartier.people.gate;

import be.quartier.pages.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the gate answers when it does not let a request through. */
enum Refusal {
    /** Nobody is signed in. */
    NOT_SIGNED_IN(401, "not-signed-in", "people.refused.not-signed-in"),
    /** Only a till may, and no valid token was shown. */
    TOKEN_NEEDED(401, "invalid-token", "people.refused.invalid-token"),
    /** Not allowed here. */
    FORBIDDEN(403, "forbidden", "pages.error.403.text"),
    /** The second factor was not shown. */
    SECOND_FACTOR(403, "second-factor-required", "people.refused.second-factor-required"),
    /** A fresh proof of identity is asked for. */
    CONFIRMATION(403, "confirmation-required", "people.refused.confirmation-required"),
    /** The form's hidden field is missing or from another session. */
    FORM_EXPIRED(403, "form-expired", "people.refused.form-expired"),
    /** Another site made the browser send it. */
    OTHER_SITE(403, "other-site", "people.refused.other-site");

    private final int status;
    private final String code;
    private final String key;

    Refusal(int status, String code, String key) {
        this.status = status;
        this.code = code;
        this.key = key;
    }

    /** Answers through the error pages, from a filter or from the gate alike. */
    void write(HttpServletRequest request, HttpServletResponse response, HandlerExceptionResolver answers)
            throws IOException {
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (answers.resolveException(
                        request, response, null, Problem.of(status, code, key).raised())
                == null) {
            response.sendError(status);
        }
    }
}
