package be.quartier.commune;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The commune on whose behalf the current thread works. A transaction begun inside {@link #in} is bound to it by
 * row-level security; one begun outside sees no commune's rows.
 */
public final class Tenancy {

    private static final ScopedValue<CommuneId> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    /** Runs work for one commune and gives its result; may be nested, the inner commune counts. */
    public static <T extends @org.jspecify.annotations.Nullable Object> T in(CommuneId commune, Supplier<T> work) {
        return ScopedValue.where(CURRENT, commune).call(work::get);
    }

    /** Runs work for one commune. */
    public static void run(CommuneId commune, Runnable work) {
        ScopedValue.where(CURRENT, commune).run(work);
    }

    /** The commune of the current thread, if any. */
    public static Optional<CommuneId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The commune of the current thread; {@link IllegalStateException} outside {@link #in}. */
    public static CommuneId required() {
        return current().orElseThrow(() -> new IllegalStateException("no commune: wrap the work in Tenancy.in"));
    }

    /** Like {@link #in} for work that throws a checked exception, such as a filter chain. */
    static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T call(
            CommuneId commune, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, commune).<T, X>call(work);
    }
}
