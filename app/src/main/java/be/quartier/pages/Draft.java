package be.quartier.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody had typed on this page when their session ended. Left on the request of the page they come back to, it is put
 * into that page's form.
 *
 * @param fields every field as the browser sent it
 * @param shown what to do once the page with it is made: nobody needs the draft any more
 */
public record Draft(Map<String, List<String>> fields, Runnable shown) {

    /** Copies the fields. */
    public Draft {
        fields = Map.copyOf(fields);
    }

    /** Leaves it for the page that this request shows. */
    public void leave(HttpServletRequest request) {
        request.setAttribute(Draft.class.getName(), this);
    }

    /** The draft left for this request. */
    public static Optional<Draft> of(HttpServletRequest request) {
        return request.getAttribute(Draft.class.getName()) instanceof Draft draft
                ? Optional.of(draft)
                : Optional.empty();
    }
}
