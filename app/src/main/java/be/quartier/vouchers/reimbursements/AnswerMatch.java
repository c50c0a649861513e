package be.quartier.vouchers.reimbursements;

import be.quartier.bank.AccountStatements;
import be.quartier.bank.AccountStatements.Detail;
import be.quartier.bank.AccountStatements.Entry;
import be.quartier.bank.AccountStatements.Statement;
import be.quartier.bank.StatusReport;
import be.quartier.bank.StatusReport.Payment;
import be.quartier.bank.StatusReport.Verdict;
import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.vouchers.reimbursements.store.LineStore;
import be.quartier.vouchers.reimbursements.store.RunStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Does what one bank's file says, line by line. A line is found by our own reference alone, and then its amount and account
 * must agree as well; a sum of a whole run by the reference of its payment block and its amount. Never by amount and day.
 */
final class AnswerMatch {

    private final CommuneId commune;
    private final LineStore lines;
    private final RunStore runs;
    private final Releases releases;
    private final UUID by;
    private final Map<String, AtBank> byMessage = new HashMap<>();
    private final Map<String, AtBank> byPayment = new HashMap<>();
    private final Map<UUID, AtBank> byRun = new HashMap<>();
    private final Set<UUID> touched = new HashSet<>();
    private final List<AnswerEffect> effects = new ArrayList<>();
    private int foreign;

    AnswerMatch(CommuneId commune, List<AtBank> known, LineStore lines, RunStore runs, Releases releases, UUID by) {
        this.commune = commune;
        this.lines = lines;
        this.runs = runs;
        this.releases = releases;
        this.by = by;
        known.forEach(run -> {
            byMessage.put(run.messageId(), run);
            byPayment.put(run.paymentId(), run);
            byRun.put(run.run(), run);
        });
    }

    List<AnswerEffect> effects() {
        return effects;
    }

    /** How many things in the file were about no payment of ours. */
    int foreign() {
        return foreign;
    }

    void report(StatusReport report) {
        AtBank run = byMessage.get(report.originalMessageId());
        if (run == null) {
            foreign += Math.max(1, report.payments().size());
            return;
        }
        if (report.payments().isEmpty() || report.verdict() == Verdict.REJECTED) {
            whole(run, report.verdict(), report.reason(), report.day());
        } else {
            report.payments().forEach(payment -> payment(run, payment, report.day()));
        }
        finish(report.day());
    }

    private void payment(AtBank run, Payment payment, LocalDate day) {
        if (payment.paymentId().filter(run.paymentId()::equals).isEmpty()) {
            foreign++;
            return;
        }
        if (payment.verdict() != Verdict.PENDING) {
            whole(run, payment.verdict(), payment.reason(), day);
            return;
        }
        for (StatusReport.Line said : payment.lines()) {
            Optional<RunLine> line = said.endToEndId()
                    .flatMap(reference -> lines.byReference(commune, reference))
                    .filter(found -> found.run().equals(run.run()));
            if (line.isEmpty()) {
                foreign++;
            } else if (said.amountCents().isPresent() && !fits(line.get(), said.amountCents())) {
                add(line.get(), AnswerOutcome.DOUBTFUL, Optional.of("amount"));
            } else {
                apply(line.get(), said.verdict(), said.reason(), day);
            }
        }
    }

    private void whole(AtBank run, Verdict verdict, Optional<String> reason, LocalDate day) {
        lines.ofRun(commune, run.run()).forEach(line -> apply(line, verdict, reason, day));
    }

    private void apply(RunLine line, Verdict verdict, Optional<String> reason, LocalDate day) {
        switch (verdict) {
            case SETTLED -> paid(line, day);
            case REJECTED -> returned(line, reason.orElse("RJCT"));
            case PENDING -> {}
        }
    }

    void statements(AccountStatements all) {
        for (Statement statement : all.statements()) {
            statement.entries().stream().filter(entry -> !entry.credit()).forEach(entry -> out(statement, entry));
        }
        for (Statement statement : all.statements()) {
            statement.entries().stream().filter(Entry::credit).forEach(entry -> back(statement, entry));
        }
        all.statements().stream()
                .flatMap(statement -> statement.entries().stream())
                .map(Entry::day)
                .max(LocalDate::compareTo)
                .ifPresent(this::finish);
    }

    private void out(Statement statement, Entry entry) {
        boolean ours = false;
        for (Detail detail : entry.details()) {
            Optional<RunLine> line = line(detail);
            if (line.isPresent() && fits(statement, line.get(), detail.amountCents())) {
                paid(line.get(), entry.day());
            }
            ours |= line.isPresent();
        }
        if (!ours) {
            sum(statement, entry);
        }
    }

    /** A run booked as one sum. */
    private void sum(Statement statement, Entry entry) {
        Optional<AtBank> run = entry.batch()
                .map(AccountStatements.Batch::paymentId)
                .or(() -> entry.details().stream()
                        .flatMap(detail -> detail.paymentId().stream())
                        .findFirst())
                .flatMap(id -> Optional.ofNullable(byPayment.get(id)));
        if (run.isEmpty()) {
            foreign++;
            return;
        }
        List<RunLine> all = lines.ofRun(commune, run.get().run());
        long sent = sum(all);
        long kept = sum(
                all.stream().filter(line -> line.state() != LineState.REJECTED).toList());
        OptionalLong booked = entry.batch()
                .map(AccountStatements.Batch::totalCents)
                .filter(OptionalLong::isPresent)
                .orElse(entry.amountCents());
        boolean account = statement.iban().equals(run.get().debtorIban());
        boolean amount = booked.isPresent() && (booked.getAsLong() == sent || booked.getAsLong() == kept);
        if (!account || !amount || entry.reversal()) {
            effects.add(new AnswerEffect(
                    run.get().run(),
                    run.get().number(),
                    Optional.empty(),
                    "",
                    booked.orElse(0),
                    AnswerOutcome.DOUBTFUL,
                    Optional.of(account ? "amount" : "account")));
            return;
        }
        all.stream().filter(line -> line.state() != LineState.REJECTED).forEach(line -> paid(line, entry.day()));
    }

    private void back(Statement statement, Entry entry) {
        boolean ours = false;
        for (Detail detail : entry.details()) {
            Optional<RunLine> line = line(detail);
            if (line.isPresent() && fits(statement, line.get(), detail.amountCents())) {
                if (detail.returnReason().isPresent() || entry.reversal()) {
                    returned(line.get(), detail.returnReason().orElse("RRTN"));
                } else {
                    add(line.get(), AnswerOutcome.DOUBTFUL, Optional.of("credit"));
                }
            }
            ours |= line.isPresent();
        }
        foreign += ours ? 0 : 1;
    }

    private Optional<RunLine> line(Detail detail) {
        return detail.endToEndId()
                .flatMap(reference -> lines.byReference(commune, reference))
                .filter(line -> byRun.containsKey(line.run()));
    }

    private boolean fits(Statement statement, RunLine line, OptionalLong cents) {
        boolean account = statement.iban().equals(run(line).debtorIban());
        boolean fits = account && fits(line, cents);
        if (!fits) {
            add(line, AnswerOutcome.DOUBTFUL, Optional.of(account ? "amount" : "account"));
        }
        return fits;
    }

    private static boolean fits(RunLine line, OptionalLong cents) {
        return cents.isPresent() && cents.getAsLong() == line.amountCents();
    }

    private void paid(RunLine line, LocalDate day) {
        Run run = runs.find(commune, line.run()).orElseThrow();
        if (day.isBefore(Brussels.dateOf(run.releasedAt().orElseThrow()))) {
            add(line, AnswerOutcome.DOUBTFUL, Optional.of("day"));
            return;
        }
        boolean done = releases.pay(commune, line, by);
        touched.add(line.run());
        add(line, done ? AnswerOutcome.PAID : AnswerOutcome.KNOWN, Optional.empty());
    }

    private void returned(RunLine line, String reason) {
        boolean done = releases.giveBack(commune, line, reason, by);
        touched.add(line.run());
        add(line, done ? AnswerOutcome.RETURNED : AnswerOutcome.KNOWN, Optional.of(reason));
    }

    private void finish(LocalDate day) {
        touched.forEach(run -> releases.finish(commune, run, day, by));
    }

    private void add(RunLine line, AnswerOutcome outcome, Optional<String> reason) {
        AtBank run = run(line);
        effects.add(new AnswerEffect(
                run.run(),
                run.number(),
                Optional.of(line.id()),
                line.merchantName(),
                line.amountCents(),
                outcome,
                reason));
    }

    private AtBank run(RunLine line) {
        return Objects.requireNonNull(byRun.get(line.run()), "a line of a run that never left");
    }

    private static long sum(List<RunLine> some) {
        return some.stream().mapToLong(RunLine::amountCents).reduce(0, Math::addExact);
    }
}
