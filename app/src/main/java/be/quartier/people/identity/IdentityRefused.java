package be.quartier.people.identity;

/** Carries a refusal from deep inside the exchange with the provider up to {@link Oidc}, which makes it a value. */
final class IdentityRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    IdentityRefused(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
