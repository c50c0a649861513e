package be.quartier.vouchers.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document proves: an enrolment in a school, by itself or by what only an enrolment gives. */
public enum ProofKind {
    /** The school's own certificate. */
    ENROLMENT,
    /** A student card of this school year. */
    STUDENT_CARD,
    /** A statement that child allowance is paid for a pupil or student. */
    ALLOWANCE,
    /** The recognition of a disability with the enrolment in special education. */
    DISABILITY;

    /** As written in the database, in forms and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code. */
    public static Optional<ProofKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
