package be.quartier.vouchers.registry.intake;

import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.Child;
import be.quartier.vouchers.campaigns.Eligibility;
import be.quartier.vouchers.campaigns.Finding;
import be.quartier.vouchers.campaigns.Verdict;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.extract.Row;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each row what the campaign's rules say, on the rows alone. */
final class Judge {

    private final Eligibility rules;
    private final LocalDate reference;
    private final Set<String> postcodes;
    private final Language usual;
    private final LocalDate today;

    /**
     * @param postcodes of the commune; empty accepts every one
     * @param usual language of households whose own is not known
     */
    Judge(Eligibility rules, LocalDate reference, List<String> postcodes, Language usual, LocalDate today) {
        this.rules = rules;
        this.reference = reference;
        this.postcodes = Set.copyOf(postcodes);
        this.usual = usual;
        this.today = today;
    }

    Judged judge(Row row) {
        return switch (row) {
            case Row.Unreadable(int line, Reason reason) ->
                new Judged(line, reason, Set.of(), Optional.empty(), false, Optional.empty(), usual);
            case Row.Person person -> person(person);
        };
    }

    private Judged person(Row.Person person) {
        Optional<Reason> out = outOfTheRegister(person);
        if (out.isPresent()) {
            return judged(person, out.get(), person.notes());
        }
        Child child = new Child(
                person.birth(),
                person.arrival(),
                person.removal(),
                false,
                person.notes().contains(Note.PROTECTED));
        Verdict verdict = rules.verdict(child);
        Reason reason = reason(verdict);
        if (!postcodes.isEmpty() && !postcodes.contains(person.address().postcode())) {
            reason = Reason.OTHER_POSTCODE;
        }
        Set<Note> notes = EnumSet.noneOf(Note.class);
        notes.addAll(person.notes());
        if (verdict.late()) {
            notes.add(Note.LATE_ARRIVAL);
        }
        return judged(person, reason, notes);
    }

    private Optional<Reason> outOfTheRegister(Row.Person person) {
        if (person.deceased()) {
            return Optional.of(Reason.DIED);
        }
        if (person.removal().filter(day -> !day.isAfter(today)).isPresent()) {
            return Optional.of(Reason.LEFT_THE_REGISTER);
        }
        return person.secondHome() ? Optional.of(Reason.SHARED_CUSTODY) : Optional.empty();
    }

    private static Reason reason(Verdict verdict) {
        return switch (verdict.entitlement()) {
            case AUTOMATIC -> Reason.MEETS_THE_RULES;
            case ON_PROOF -> Reason.AGE_NEEDS_PROOF;
            case REVIEW -> Reason.BIRTH_EMPTY;
            case NONE -> refused(verdict.deciding());
        };
    }

    /** Which of the two ends of an age band was missed is in the finding's own figures: age, day, from, to. */
    private static Reason refused(Finding finding) {
        if (!finding.rule().startsWith("age-")) {
            return Reason.ARRIVED_TOO_LATE;
        }
        int age = (int) finding.arguments().get(0);
        int oldest = (int) finding.arguments().get(3);
        return age > oldest ? Reason.TOO_OLD : Reason.TOO_YOUNG;
    }

    private Judged judged(Row.Person person, Reason reason, Set<Note> notes) {
        boolean candidate = reason == Reason.MEETS_THE_RULES || reason == Reason.AGE_NEEDS_PROOF;
        Optional<LocalDate> counted = person.birth().partial() ? person.birth().completed(reference) : Optional.empty();
        return new Judged(
                person.line(),
                reason,
                notes,
                Optional.of(person),
                candidate,
                counted,
                person.language().orElse(usual));
    }
}
