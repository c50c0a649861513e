package be.quartier.bank;

import be.quartier.money.Ogm;

/** What the receiver of a transfer reads on the statement: a structured communication or a text, never both. */
public sealed interface Remittance {

    /** A Belgian structured communication. */
    record Structured(Ogm ogm) implements Remittance {}

    /** A text; written in SEPA characters and cut to 140. */
    record Text(String text) implements Remittance {

        /** Checks that something remains of the text. @throws IllegalArgumentException when nothing does */
        public Text {
            if (SepaText.of(text, LONGEST).isEmpty()) {
                throw new IllegalArgumentException("an empty communication");
            }
        }

        /** The text as files carry it. */
        String plain() {
            return SepaText.of(text, LONGEST);
        }
    }

    /** The longest text a SEPA transfer carries. */
    int LONGEST = 140;
}
