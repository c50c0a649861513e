package be.quartier.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a visitor typed into a form, and what is wrong with it.
 *
 * <p>Controllers take a {@code Form} as parameter, read it, {@link #refuse} what is wrong and, when it is {@link
 * #refused()}, show the same template again with it: fields keep what was typed, the summary on top and the message at
 * the field say the same words.
 */
public final class Form {

    private final Map<String, List<String>> values;
    private final List<Refusal> refusals = new ArrayList<>();

    /** Something wrong with a field (empty name: with the form as a whole). */
    public record Refusal(String field, String key, List<Object> args) {}

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /** A form nothing was typed into yet. */
    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    /** The form with these values, as a browser sends them. */
    public static Form of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, given) -> values.put(name, List.of(given)));
        return new Form(values);
    }

    /** Puts a value into a field, as the starting value of a form that edits something. */
    public Form with(String field, String value) {
        values.put(field, List.of(value));
        return this;
    }

    /**
     * Puts back what was typed before. Where it was typed into this very form, what the browser did not send was left empty or
     * unticked, and is so again.
     */
    public Form fill(Map<String, List<String>> typed) {
        if (values.keySet().stream().anyMatch(typed::containsKey)) {
            values.keySet().retainAll(typed.keySet());
        }
        values.putAll(typed);
        return this;
    }

    /** What was typed, without surrounding space; empty when the field is absent. */
    public String text(String field) {
        return values.getOrDefault(field, List.of("")).getFirst().strip();
    }

    /** Whether anything but space was typed. */
    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** Every value of a field that may be given several times, in the browser's order. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this value of a choice is among those chosen. */
    public boolean chosen(String field, String value) {
        return all(field).contains(value);
    }

    /** The whole number typed; empty when it is not one of at most nine digits. */
    public OptionalInt integer(String field) {
        String typed = text(field);
        return typed.matches("-?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    /** The day chosen (ISO, as date fields send it); empty when it is not a day of the calendar. */
    public Optional<LocalDate> date(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Says what is wrong with a field; the first refusal of a field is the one shown at it. */
    public Form refuse(String field, String key, Object... args) {
        refusals.add(new Refusal(field, key, List.of(args)));
        return this;
    }

    /** Whether something is wrong. */
    public boolean refused() {
        return !refusals.isEmpty();
    }

    /** Everything that is wrong, in the order it was found. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** What is wrong with this field. */
    public Optional<Refusal> refusal(String field) {
        return refusals.stream().filter(r -> r.field().equals(field)).findFirst();
    }
}
