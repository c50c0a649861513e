package be.quartier.vouchers.reimbursements;

import be.quartier.bank.AccountStatements;
import be.quartier.bank.BankAnswer;
import be.quartier.bank.StatusReport;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.reimbursements.store.AnswerStore;
import be.quartier.vouchers.reimbursements.store.LineStore;
import be.quartier.vouchers.reimbursements.store.RunStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the bank answers to the runs of the commune of {@link Tenancy}: paid lines are paid, refused and returned ones are
 * owed again, and their next payment is another attempt with a reference of its own.
 *
 * <p>Invariants: a file counts once, even when fifty people send it at the same time; a line found by anything but our own
 * reference is not touched; the file is not kept, because it speaks of other people's payments too.
 */
@Service
public class BankAnswers {

    private static final int NAME_LENGTH_MAX = 100;

    private final AnswerStore answers;
    private final LineStore lines;
    private final RunStore runs;
    private final Releases releases;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    BankAnswers(
            AnswerStore answers,
            LineStore lines,
            RunStore runs,
            Releases releases,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.answers = answers;
        this.lines = lines;
        this.runs = runs;
        this.releases = releases;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads a file and does what it says, whole or not at all. */
    @Transactional
    public TakenAnswer.Outcome take(String fileName, byte[] file, UUID by) {
        BankAnswer answer = BankAnswer.read(file);
        return switch (answer) {
            case BankAnswer.Unreadable(BankAnswer.Why why) -> new TakenAnswer.Outcome.Refused(why);
            case StatusReport report -> take(report, "pain.002", fileName, file, by);
            case AccountStatements statements -> take(statements, "camt.053", fileName, file, by);
        };
    }

    private TakenAnswer.Outcome take(BankAnswer answer, String kind, String fileName, byte[] file, UUID by) {
        CommuneId commune = Tenancy.required();
        String name = fileName.substring(0, Math.min(NAME_LENGTH_MAX, fileName.length()));
        TakenAnswer taken = new TakenAnswer(ids.uuid(), kind, name, clock.instant(), by, 0);
        byte[] digest = sha256(file);
        if (!answers.add(commune, taken, digest)) {
            return new TakenAnswer.Outcome.Known(answers.bySha256(commune, digest));
        }
        AnswerMatch match = new AnswerMatch(commune, answers.lockAtBank(commune), lines, runs, releases, by);
        switch (answer) {
            case StatusReport report -> match.report(report);
            case AccountStatements statements -> match.statements(statements);
            case BankAnswer.Unreadable unreadable -> throw new IllegalArgumentException("cannot be read");
        }
        answers.foreign(commune, taken.id(), match.foreign());
        match.effects().forEach(effect -> answers.add(commune, ids.uuid(), taken.id(), effect));
        audit.record(new Actor.Person(by), "reimbursements.bank-answer-read", "answer:" + taken.id(), counts(match));
        return new TakenAnswer.Outcome.Read(answers.find(commune, taken.id()).orElseThrow());
    }

    /** The newest files first. */
    @Transactional(readOnly = true)
    public List<TakenAnswer> newest(int limit) {
        return answers.newest(Tenancy.required(), limit);
    }

    /** A file that was read. */
    @Transactional(readOnly = true)
    public Optional<TakenAnswer> find(UUID answer) {
        return answers.find(Tenancy.required(), answer);
    }

    /** What a file said, in its order. */
    @Transactional(readOnly = true)
    public List<AnswerEffect> effects(UUID answer) {
        return answers.effects(Tenancy.required(), answer);
    }

    /** The runs whose files went to the bank, newest first. */
    @Transactional(readOnly = true)
    public List<AtBank> atBank() {
        return answers.atBank(Tenancy.required());
    }

    private static Map<String, String> counts(AnswerMatch match) {
        Map<AnswerOutcome, Integer> counts = new EnumMap<>(AnswerOutcome.class);
        match.effects().forEach(effect -> counts.merge(effect.outcome(), 1, Integer::sum));
        Map<String, String> details = new HashMap<>();
        counts.forEach((outcome, count) -> details.put(outcome.code(), Integer.toString(count)));
        details.put("foreign", Integer.toString(match.foreign()));
        return details;
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
