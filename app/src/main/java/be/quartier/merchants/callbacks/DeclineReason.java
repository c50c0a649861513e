package be.quartier.merchants.callbacks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a request to be called came to nothing. */
public enum DeclineReason {
    /** The shop does not want to, or not now. */
    NOT_INTERESTED,
    /** It has no shop in the commune. */
    ELSEWHERE,
    /** It is no shop or workshop that the rules mean. */
    NOT_A_SHOP,
    /** Nobody could be reached after several calls. */
    UNREACHABLE,
    /** Something else, said in the notes. */
    OTHER;

    /** The name in the database, in forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a code. */
    public static Optional<DeclineReason> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
