package be.quartier.people.identity;

/** Why a sign-in by the identity provider came to nothing. */
public enum Reason {
    /** The person, or the provider for them, said no. */
    CANCELLED("cancelled", Advice.CANCELLED),
    /** This browser did not set out, set out too long ago, or came back already. */
    NO_TICKET("no-ticket", Advice.AGAIN),
    /** It came back with another state than it left with. */
    WRONG_STATE("wrong-state", Advice.AGAIN),
    /** The answer says it comes from another provider (RFC 9207), or does not say it although it should. */
    WRONG_ISSUER("wrong-issuer", Advice.AGAIN),
    /** A parameter is missing, twice there or too long. */
    MALFORMED("malformed-answer", Advice.AGAIN),
    /** The provider answered with an error that is not the person's. */
    PROVIDER_ERROR("provider-error", Advice.AGAIN),
    /** The provider does not answer, not in time, or not in a bearable size. */
    UNAVAILABLE("provider-unavailable", Advice.UNAVAILABLE),
    /** The provider's documents are not what they should be. */
    UNTRUSTED("provider-untrusted", Advice.UNAVAILABLE),
    /** The provider does not know the code, or not for us. */
    CODE_REFUSED("code-refused", Advice.AGAIN),
    /** The provider's token cannot be read. */
    GARBLED("token-garbled", Advice.UNAVAILABLE),
    /** The token is not signed, or not with one of the provider's keys. */
    SIGNATURE("token-signature", Advice.AGAIN),
    /** The token is for somebody else, of somebody else, of another time or for another request. */
    CLAIMS("token-claims", Advice.AGAIN),
    /** The person did not prove who they are just now. */
    STALE("token-stale", Advice.AGAIN),
    /** The token does not say how the person proved who they are. */
    ACR_MISSING("acr-missing", Advice.LEVEL),
    /** It says a way that is not accepted here. */
    ACR_UNKNOWN("acr-unknown", Advice.LEVEL),
    /** It says a way that is worth less than the one asked for. */
    ACR_TOO_LOW("acr-too-low", Advice.LEVEL),
    /** This very answer was used before. */
    REUSED("answer-reused", Advice.AGAIN),
    /** No account has this identity. */
    UNLINKED("identity-unlinked", Advice.UNLINKED),
    /** Another account has this identity. */
    TAKEN("identity-taken", Advice.TAKEN),
    /** Somebody set out to link an identity and somebody else came back. */
    OTHER_SESSION("other-session", Advice.AGAIN);

    /** What the person is told. */
    public enum Advice {
        /** Nothing happened; go on as you like. */
        CANCELLED,
        /** It did not work; begin again. */
        AGAIN,
        /** The provider has a problem; take another way or come back later. */
        UNAVAILABLE,
        /** Choose a safer way at the provider. */
        LEVEL,
        /** Come in by mail and link the identity in the account. */
        UNLINKED,
        /** It belongs to another account. */
        TAKEN;

        /** The name in texts: lower case. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String code;
    private final Advice advice;

    Reason(String code, Advice advice) {
        this.code = code;
        this.advice = advice;
    }

    /** The word in the security log. */
    public String code() {
        return code;
    }

    /** What the person is told. */
    public Advice advice() {
        return advice;
    }
}
