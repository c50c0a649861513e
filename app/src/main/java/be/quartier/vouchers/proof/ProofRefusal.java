package be.quartier.vouchers.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an application is refused; each has its sentence in four languages. */
public enum ProofRefusal {
    /** The document proves no enrolment. */
    NOT_A_PROOF,
    /** It is about another school year. */
    OTHER_YEAR,
    /** It is about somebody else. */
    OTHER_PERSON,
    /** Not of the age on the day that counts. */
    AGE,
    /** Did not live here on the day that counts. */
    NOT_RESIDENT,
    /** Has a voucher of this campaign already. */
    HAS_VOUCHER,
    /** The question was not answered. */
    NO_ANSWER;

    /** As written in the database, in forms and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a code. */
    public static Optional<ProofRefusal> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
