package be.quartier.pages;

import java.util.Map;
import java.util.Optional;

/** What a controller answers with: a page shown, or another page to go to. */
public sealed interface View {

    /**
     * A page made from a template.
     *
     * @param template path below {@code jte} without its ending, like {@code vouchers/campaigns/list}
     * @param params the template's parameters; {@code page} is added when rendering
     * @param status the HTTP status
     */
    record Shown(String template, Map<String, Object> params, int status) implements View {
        /** Copies the parameters. */
        public Shown {
            params = Map.copyOf(params);
        }
    }

    /** Another page of this site, fetched with GET (303), with a message shown there once. */
    record Redirect(String path, Optional<Flash> flash) implements View {
        /** Refuses anything that is not a path of this site. */
        public Redirect {
            if (!isLocal(path)) {
                throw new IllegalArgumentException("A redirect stays on this site: " + path);
            }
        }
    }

    /** A page with status 200. */
    static View of(String template, Map<String, ?> params) {
        return of(template, params, 200);
    }

    /** A page without parameters. */
    static View of(String template) {
        return of(template, Map.of());
    }

    /** A page with a status of its own. */
    static View of(String template, Map<String, ?> params, int status) {
        return new Shown(template, Map.copyOf(params), status);
    }

    /** The same form again, with what was typed and what is wrong with it (422). */
    static View refused(String template, Map<String, ?> params) {
        return of(template, params, 422);
    }

    /** The question before something that is hard to take back. */
    static View confirm(Confirmation confirmation) {
        return of("pages/confirm", Map.of("confirmation", confirmation));
    }

    /** Go on with this page of this site. */
    static View redirect(String path) {
        return new Redirect(path, Optional.empty());
    }

    /** Go on with this page of this site, which then shows the message once. */
    static View redirect(String path, Flash flash) {
        return new Redirect(path, Optional.of(flash));
    }

    /** Whether the text is an absolute path of this site (no scheme, no host, no control character). */
    static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
