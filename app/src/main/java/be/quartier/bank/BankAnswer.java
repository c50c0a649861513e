package be.quartier.bank;

/**
 * What a bank says about payments, read from one file: a status report (pain.002) or account statements (camt.053). Nothing is
 * decided here: what a line means for us is found by our own references alone.
 */
public sealed interface BankAnswer permits StatusReport, AccountStatements, BankAnswer.Unreadable {

    /** Most bytes of a file. */
    int BYTES_MAX = 16 * 1024 * 1024;

    /** A file that is none of both. */
    record Unreadable(Why why) implements BankAnswer {}

    /** Why a file is not read. */
    enum Why {
        /** Larger than {@link #BYTES_MAX}. */
        TOO_LARGE,
        /** Not well-formed XML, or XML that reaches outside itself or beyond the limits. */
        BROKEN,
        /** Neither pain.002 nor camt.053. */
        OTHER_KIND,
        /** One of both, but without what it must have. */
        INCOMPLETE
    }

    /** Reads a file, whole or not at all. */
    static BankAnswer read(byte[] file) {
        return file.length > BYTES_MAX ? new Unreadable(Why.TOO_LARGE) : AnswerReader.read(file);
    }
}
