package be.quartier.vouchers.proof;

import java.util.Locale;

/** What became of an act on an application. */
public sealed interface Acted {

    /** Done; the application as it is now. */
    record Done(ProofApplication application) implements Acted {}

    /** Nothing was changed. */
    record Refused(Why why) implements Acted {}

    /** Why nothing was changed. */
    enum Why {
        /** Somebody acted before, or the day is over. */
        TOO_LATE,
        /** The application is the visitor's own. */
        OWN,
        /** The visitor made the decision that is appealed against. */
        SAME_PERSON,
        /** The person has a voucher of this campaign already. */
        HAS_VOUCHER,
        /** The campaign's account holds too little for one voucher. */
        BUDGET,
        /** The campaign is not open. */
        NOT_OPEN,
        /** The person picked in the registry is none of those that were offered. */
        OTHER_CHILD,
        /** There is no room for more documents. */
        TOO_MANY_FILES;

        /** As written in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
