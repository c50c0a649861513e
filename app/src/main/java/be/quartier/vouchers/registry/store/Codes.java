package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryImport;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Codes of the database back to what they stand for. */
final class Codes {

    private static final Map<String, Reason> REASONS = by(Reason.values(), Reason::code);
    private static final Map<String, Note> NOTES = by(Note.values(), Note::code);
    private static final Map<String, RegistryImport.State> STATES =
            by(RegistryImport.State.values(), RegistryImport.State::code);
    private static final Map<String, RegistryImport.Scope> SCOPES =
            by(RegistryImport.Scope.values(), RegistryImport.Scope::code);

    private Codes() {}

    static Reason reason(String code) {
        return known(REASONS, code);
    }

    static Note note(String code) {
        return known(NOTES, code);
    }

    static RegistryImport.State state(String code) {
        return known(STATES, code);
    }

    static RegistryImport.Scope scope(String code) {
        return known(SCOPES, code);
    }

    private static <T> T known(Map<String, T> codes, String code) {
        T value = codes.get(code);
        if (value == null) {
            throw new IllegalStateException("unknown code " + code);
        }
        return value;
    }

    private static <T> Map<String, T> by(T[] values, Function<T, String> code) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(code, Function.identity()));
    }
}
