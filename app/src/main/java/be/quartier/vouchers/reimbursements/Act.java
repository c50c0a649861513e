package be.quartier.vouchers.reimbursements;

/** What became of an act on a run. */
public sealed interface Act {

    /** It is done; the run as it is now. */
    record Done(Run run) implements Act {}

    /** It may not be done; nothing changed. */
    record Refused(Why why) implements Act {}

    /** Why an act on a run is refused; each has a sentence {@code vouchers.reimbursements.refused.<code>}. */
    enum Why {
        /** There is no such run here. */
        UNKNOWN("unknown"),
        /** The run is not in the state this act needs. */
        WRONG_STATE("wrong-state"),
        /** Who proposed or signed a run does not sign or release it. */
        SAME_PERSON("same-person"),
        /** The commune's own account is not set. */
        NO_DEBTOR("no-debtor"),
        /** The bank cannot have executed it before it was released, nor tomorrow. */
        WRONG_DAY("wrong-day");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }
}
