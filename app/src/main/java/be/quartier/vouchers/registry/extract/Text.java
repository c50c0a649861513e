package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.Note;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes the fields of one file without knowing its encoding beforehand: the first field with an accent decides between
 * UTF-8 and Windows-1252, since Belgian names written in one are not valid in the other.
 */
final class Text {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char LOST = '\uFFFD';

    private boolean windows;
    private boolean utf8;

    /** A mark at the start of the file said that it is UTF-8. */
    void knownAsUtf8() {
        utf8 = true;
    }

    /** Decodes {@code bytes[0..length)}, adding to the notes what was put right or lost. */
    String decode(byte[] bytes, int length, Set<Note> notes) {
        if (ascii(bytes, length)) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
        String text = accented(bytes, length, notes);
        Optional<String> untwisted = untwist(text);
        if (untwisted.isPresent()) {
            notes.add(Note.TEXT_REPAIRED);
            text = untwisted.get();
        }
        if (text.indexOf(LOST) >= 0) {
            notes.add(Note.TEXT_DAMAGED);
        }
        return text;
    }

    private String accented(byte[] bytes, int length, Set<Note> notes) {
        if (!windows) {
            Optional<String> text = strictly(ByteBuffer.wrap(bytes, 0, length));
            if (text.isPresent()) {
                utf8 = true;
                return text.get();
            }
            if (utf8) {
                // Two files pasted into one: this field alone is in the other encoding.
                notes.add(Note.TEXT_REPAIRED);
            }
            windows = !utf8;
        }
        return new String(bytes, 0, length, WINDOWS_1252);
    }

    /** UTF-8 that was once taken for Windows-1252 and written again ("FranÃ§ois"), put right. */
    private static Optional<String> untwist(String text) {
        if (text.indexOf('Ã') < 0 && text.indexOf('Â') < 0) {
            return Optional.empty();
        }
        try {
            return strictly(WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean ascii(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
