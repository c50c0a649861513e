package be.quartier.vouchers.reimbursements;

import be.quartier.bank.BankingDays;
import be.quartier.bank.EndToEndId;
import be.quartier.bank.PaymentFile;
import be.quartier.bank.PaymentLine;
import be.quartier.bank.PaymentOrder;
import be.quartier.bank.Remittance;
import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.NameUuid;
import be.quartier.ledger.PostOutcome;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfers;
import be.quartier.money.Cents;
import be.quartier.vouchers.reimbursements.store.LineStore;
import be.quartier.vouchers.reimbursements.store.RunStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a signed run of the commune of {@link Tenancy}: released as a file, executed by the bank, sent back line by line.
 *
 * <p>The money follows in the ledger: payable → in bank file when released, in bank file → paid when executed, back to payable
 * when the bank sends a payment back.
 */
@Service
public class Releases {

    private final RunStore runs;
    private final LineStore lines;
    private final Accounts accounts;
    private final Transfers transfers;
    private final PaymentSettings settings;
    private final RunTrail trail;
    private final Clock clock;

    Releases(
            RunStore runs,
            LineStore lines,
            Accounts accounts,
            Transfers transfers,
            PaymentSettings settings,
            RunTrail trail,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.accounts = accounts;
        this.transfers = transfers;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes the file of a signed run, once and for ever; by somebody who neither proposed nor signed it. */
    @Transactional
    public Act release(UUID id, UUID by) {
        CommuneId commune = Tenancy.required();
        Optional<Run> found = runs.lock(commune, id);
        if (found.isEmpty()) {
            return new Act.Refused(Act.Why.UNKNOWN);
        }
        Run run = found.get();
        if (run.state() != RunState.APPROVED) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        if (run.handledBy(by)) {
            return new Act.Refused(Act.Why.SAME_PERSON);
        }
        Optional<Debtor> debtor = settings.debtor(run.campaign());
        if (debtor.isEmpty()) {
            return new Act.Refused(Act.Why.NO_DEBTOR);
        }
        List<RunLine> all = lines.ofRun(commune, id);
        LocalDate day = BankingDays.after(Brussels.today(clock));
        byte[] file = PaymentFile.write(order(run, debtor.get(), day, all));
        runs.release(commune, id, new RunStore.Release(clock.instant(), by, debtor.get(), day, file, sha256(file)));
        UUID bank = accounts.open(run.campaign(), AccountKind.IN_BANK_FILE);
        for (RunLine line : all) {
            UUID payable = Accounts.id(run.campaign(), AccountKind.MERCHANT_PAYABLE, line.merchant());
            post("claim", line, payable, bank, Reason.CLAIM, Optional.empty(), by);
        }
        trail.record(by, "released", run);
        return new Act.Done(runs.find(commune, id).orElseThrow());
    }

    /** The file of a released run: always the same bytes; who fetched it is kept in the trail. */
    @Transactional
    public Optional<byte[]> file(UUID run, UUID by) {
        CommuneId commune = Tenancy.required();
        Optional<byte[]> file = runs.file(commune, run);
        if (file.isPresent()) {
            trail.record(by, "file-fetched", runs.find(commune, run).orElseThrow());
        }
        return file;
    }

    /** Keeps that the bank executed a released run on this day; lines sent back before stay sent back. */
    @Transactional
    public Act execute(UUID id, LocalDate day, UUID by) {
        CommuneId commune = Tenancy.required();
        Optional<Run> found = runs.lock(commune, id);
        if (found.isEmpty()) {
            return new Act.Refused(Act.Why.UNKNOWN);
        }
        Run run = found.get();
        if (run.state() != RunState.RELEASED) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        LocalDate earliest = Brussels.dateOf(run.releasedAt().orElseThrow());
        if (day.isBefore(earliest) || day.isAfter(Brussels.today(clock))) {
            return new Act.Refused(Act.Why.WRONG_DAY);
        }
        Instant now = clock.instant();
        runs.execute(commune, id, now, by, day);
        for (RunLine line : lines.ofRun(commune, id)) {
            pay(commune, line, by);
        }
        trail.record(by, "executed", run);
        return new Act.Done(runs.find(commune, id).orElseThrow());
    }

    /** Keeps that the bank refused a line or sent it back: the shop is owed again, and its next payment is another attempt. */
    @Transactional
    public Act reject(UUID lineId, String reason, UUID by) {
        CommuneId commune = Tenancy.required();
        Optional<RunLine> found = lines.find(commune, lineId);
        Optional<Run> run = found.flatMap(line -> runs.lock(commune, line.run()));
        if (found.isEmpty() || run.isEmpty()) {
            return new Act.Refused(Act.Why.UNKNOWN);
        }
        if (run.get().state() != RunState.RELEASED && run.get().state() != RunState.EXECUTED) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        RunLine line = lines.find(commune, lineId).orElseThrow();
        if (!giveBack(commune, line, reason, by)) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        trail.record(by, "line-returned", run.get());
        return new Act.Done(runs.find(commune, run.get().id()).orElseThrow());
    }

    /** Keeps that the bank paid a line of a locked run; false, and nothing changed, when the line was not waiting. */
    boolean pay(CommuneId commune, RunLine line, UUID by) {
        boolean waited = lines.move(commune, line.id(), LineState.IN_RUN, LineState.PAID, Optional.empty());
        if (waited) {
            UUID bank = accounts.open(line.campaign(), AccountKind.IN_BANK_FILE);
            UUID paid = accounts.open(line.campaign(), AccountKind.PAID);
            post("pay", line, bank, paid, Reason.PAY, Optional.of(NameUuid.of("claim", line.id())), by);
        }
        return waited;
    }

    /** Makes a line of a locked run owed again; false, and nothing changed, when it came back before. */
    boolean giveBack(CommuneId commune, RunLine line, String reason, UUID by) {
        boolean wasPaid = line.state() == LineState.PAID;
        LineState from = wasPaid ? LineState.PAID : LineState.IN_RUN;
        if (!lines.free(commune, line.id(), from, LineState.REJECTED, Optional.of(reason))) {
            return false;
        }
        UUID holding = Accounts.id(line.campaign(), wasPaid ? AccountKind.PAID : AccountKind.IN_BANK_FILE);
        UUID payable = Accounts.id(line.campaign(), AccountKind.MERCHANT_PAYABLE, line.merchant());
        UUID origin = NameUuid.of(wasPaid ? "pay" : "claim", line.id());
        post("return", line, holding, payable, Reason.RETURN, Optional.of(origin), by);
        return true;
    }

    /** Keeps that the bank executed a locked run, once it paid some of its lines and none waits any more. */
    void finish(CommuneId commune, UUID id, LocalDate day, UUID by) {
        Run run = runs.find(commune, id).orElseThrow();
        List<LineState> states =
                lines.ofRun(commune, id).stream().map(RunLine::state).toList();
        boolean over = states.contains(LineState.PAID) && !states.contains(LineState.IN_RUN);
        if (run.state() == RunState.RELEASED && over) {
            runs.execute(commune, id, clock.instant(), by, day);
            trail.record(by, "executed", run);
        }
    }

    private PaymentOrder order(Run run, Debtor debtor, LocalDate day, List<RunLine> all) {
        return new PaymentOrder(
                AtBank.messageId(run.id(), run.number()),
                LocalDateTime.ofInstant(clock.instant(), Brussels.ZONE),
                debtor.name(),
                debtor.bce(),
                debtor.iban(),
                day,
                true,
                all.stream()
                        .map(line -> new PaymentLine(
                                new EndToEndId(line.endToEndId()),
                                Cents.of(line.amountCents()),
                                line.holder(),
                                line.iban(),
                                new Remittance.Structured(line.ogm())))
                        .toList());
    }

    private void post(String act, RunLine line, UUID from, UUID to, Reason reason, Optional<UUID> origin, UUID by) {
        UUID id = NameUuid.of(act, line.id());
        var request = RequestHash.of(id, from, to, line.amountCents(), reason);
        PostOutcome outcome = transfers.post(new Posting(
                id,
                line.campaign(),
                from,
                to,
                line.amountCents(),
                reason,
                Actor.person(by),
                origin,
                request,
                Optional.empty()));
        if (!(outcome instanceof PostOutcome.Posted)) {
            throw new IllegalStateException("line " + line.id() + ": " + outcome);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
