package be.quartier.demo.region;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/** Writing names the way old registers do. */
final class Letters {

    /** The code page of the registers' exports. */
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Letters() {}

    /** The text without accents, with nothing outside ASCII letters, digits, spaces and hyphens. */
    static String ascii(String text) {
        return plain(text).replaceAll("[^A-Za-z0-9 -]", "");
    }

    /** The text as Windows-1252 can hold it: letters it lacks lose their accents. */
    static String windows1252(String text) {
        CharsetEncoder encoder = WINDOWS_1252.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> written.append(encoder.canEncode(letter) ? letter : plain(letter)));
        return written.toString();
    }

    private static String plain(String text) {
        String swapped = text.replace("ı", "i")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ß", "ss")
                .replace("ø", "o");
        return Normalizer.normalize(swapped, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
