package be.quartier.messaging.template;

import java.time.Duration;
import java.util.Locale;

/** What a message is, which decides how long it is worth sending and keeping. */
public enum Kind {
    /** Carries a code or a link that opens something: worthless after an hour, and not kept once it has left. */
    SECRET(Duration.ofHours(1)),
    /** Tells one person about one matter with a link that opens it: not kept once it has left. */
    PRIVATE(Duration.ofDays(3)),
    /** Tells one person about one matter. */
    NOTICE(Duration.ofDays(3)),
    /** The same to many: can be refused. */
    MAILING(Duration.ofDays(3)),
    /** Written down after it left. */
    RECORD(Duration.ZERO);

    private final Duration lifetime;

    Kind(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** After this long it is no longer tried. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Whether the text may be kept for a while after it has left: not where it opens something. */
    public boolean kept() {
        return this != SECRET && this != PRIVATE;
    }

    /** The name in templates and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
