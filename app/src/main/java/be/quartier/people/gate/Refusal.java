package be.quartier.people.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the gate answers when it does not let a request through. */
enum Refusal {
    /** Nobody is signed in. */
    NOT_SIGNED_IN(401),
    /** Only a till may, and no valid token was shown. */
    TOKEN_NEEDED(401),
    /** Not allowed here. */
    FORBIDDEN(403),
    /** The second factor was not shown. */
    SECOND_FACTOR(403),
    /** A fresh proof of identity is asked for. */
    CONFIRMATION(403),
    /** The form's hidden field is missing or from another session. */
    FORM_EXPIRED(403),
    /** Another site made the browser send it. */
    OTHER_SITE(403);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    void write(HttpServletResponse response) throws IOException {
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.sendError(status);
    }
}
