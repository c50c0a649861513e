package be.quartier.merchants;

/** What the bank said of name and account together (verification of payee), as finance noted it. */
public enum PayeeCheck {
    /** The name is the holder's. */
    MATCH("match"),
    /** The name is close to the holder's. */
    CLOSE("close"),
    /** Nobody asked the bank, or it did not answer. */
    NOT_CHECKED("not-checked");

    private final String code;

    PayeeCheck(String code) {
        this.code = code;
    }

    /** The name in forms and in the database. */
    public String code() {
        return code;
    }
}
