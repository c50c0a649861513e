package be.quartier.people;

import be.quartier.pages.View;

/**
 * Where to go on after sign-in: a path of this site and nothing else, so that nobody can be led away by a link.
 *
 * @param value path and query, at most 512 characters
 */
public record LocalPath(String value) {

    /** The first page. */
    public static final LocalPath HOME = new LocalPath("/");

    private static final int LENGTH_MAX = 512;

    /** Checks what {@link #of} gives. */
    public LocalPath {
        if (value.length() > LENGTH_MAX || !View.isLocal(value)) {
            throw new IllegalArgumentException("not a path of this site");
        }
    }

    /** The path wanted when it is one of ours and no part of sign-in itself; the first page for anything else. */
    public static LocalPath of(String wanted) {
        boolean ours = wanted.length() <= LENGTH_MAX
                && View.isLocal(wanted)
                && !wanted.startsWith("/\\")
                && !wanted.contains("/sign-in")
                && !wanted.startsWith("/sign-out")
                && !wanted.startsWith("/account/confirm");
        return ours ? new LocalPath(wanted) : HOME;
    }

    /** Whether it is the first page, which nobody asked for in particular. */
    public boolean home() {
        return value.equals("/");
    }
}
