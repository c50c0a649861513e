package be.quartier.commune;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four languages of the product; French is the first. */
public enum Language {
    /** French. */
    FR,
    /** Dutch. */
    NL,
    /** German. */
    DE,
    /** English. */
    EN;

    /** The two-letter code of ISO 639-1, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale for dates and amounts, as written in Belgium (English as in Britain). */
    public Locale locale() {
        return Locale.of(code(), this == EN ? "GB" : "BE");
    }

    /** The language of a code such as {@code fr} or {@code fr-BE}, in any case; empty for another language. */
    public static Optional<Language> of(String code) {
        String primary = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.code().equals(primary))
                .findFirst();
    }
}
