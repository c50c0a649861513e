package be.quartier.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Somebody's own work waits behind one more proof of who they are; the commune's first page leads them to it. */
public record ProofDue() {

    /** Notes it for the page that this request shows. */
    public void leave(HttpServletRequest request) {
        request.setAttribute(ProofDue.class.getName(), this);
    }

    /** Whether it was noted. */
    public static boolean of(HttpServletRequest request) {
        return request.getAttribute(ProofDue.class.getName()) instanceof ProofDue;
    }
}
