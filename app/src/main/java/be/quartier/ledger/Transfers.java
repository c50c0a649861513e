package be.quartier.ledger;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.store.AccountRows;
import be.quartier.ledger.store.Cluster;
import be.quartier.ledger.store.DebitRows;
import be.quartier.ledger.store.TransferRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way money moves in the current commune. Each verb joins the caller's transaction or makes its own.
 *
 * <p>Invariant: an id makes at most one transfer, for ever; a repeated posting finds the first, another one is refused.
 */
@Component
@Transactional
public class Transfers {

    private final TransferRows rows;
    private final DebitRows taking;
    private final AccountRows accounts;
    private final Clock clock;

    Transfers(JdbcClient jdbc, Cluster cluster, Clock clock) {
        this.rows = new TransferRows(jdbc, cluster);
        this.taking = new DebitRows(jdbc, cluster);
        this.accounts = new AccountRows(jdbc);
        this.clock = clock;
    }

    /**
     * Moves money between accounts that keep no balance, such as a merchant's payable and a bank file.
     *
     * @throws IllegalArgumentException when a side is a voucher's account
     */
    public PostOutcome post(Posting posting) {
        if (accounts.countGuarded(commune(), List.of(posting.debit(), posting.credit())) > 0) {
            throw new IllegalArgumentException("A voucher's money moves by debit, credit or issue: " + posting.id());
        }
        return insert(posting, null);
    }

    /**
     * Takes money from vouchers' accounts: all postings in one statement, each taken or not by itself.
     *
     * @param reason of all of them
     * @param debits at most one per account and per id
     * @return the transfers that were made, by id; for the others {@link #outcomeOf} says more
     */
    public Map<UUID, Transfer> debit(Reason reason, List<GuardedDebit> debits) {
        Instant at = now();
        return made(
                debits,
                taking.debit(commune(), at, Brussels.dateOf(at), reason, debits),
                Collections.nCopies(debits.size(), at));
    }

    /**
     * The same for debits of the past, each at its own moment: a history is written in few statements.
     *
     * @param moments one for each debit, in order; those of one account are written in the order of time by the caller
     */
    public Map<UUID, Transfer> debitPast(Reason reason, List<GuardedDebit> debits, List<Instant> moments) {
        List<Instant> at = moments.stream()
                .map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                .toList();
        List<LocalDate> days = at.stream().map(Brussels::dateOf).toList();
        return made(debits, taking.debit(commune(), at, days, reason, debits), at);
    }

    private static Map<UUID, Transfer> made(List<GuardedDebit> debits, Map<UUID, Long> taken, List<Instant> moments) {
        Map<UUID, Transfer> made = new HashMap<>();
        for (int at = 0; at < debits.size(); at++) {
            Posting posting = debits.get(at).posting();
            Long balance = taken.get(posting.id());
            if (balance != null) {
                made.put(posting.id(), transfer(posting, moments.get(at), OptionalLong.of(balance)));
            }
        }
        return made;
    }

    /**
     * Like {@link #post}, for money that passes by a voucher's account that the caller has locked: keeps that account's
     * balance with the transfer, so that a repeated request gets the same answer.
     */
    public PostOutcome postBeside(Posting posting, long guardedCents) {
        Optional<Transfer> known = find(posting.id());
        return known.isPresent() ? outcome(posting, known.get()) : insert(posting, guardedCents);
    }

    /**
     * Gives money back to a voucher's account, which the caller has locked.
     *
     * @param origin the transfer that took it; what left on that day is lowered by the amount
     */
    public PostOutcome credit(Posting posting, Transfer origin) {
        Optional<Transfer> known = find(posting.id());
        if (known.isPresent()) {
            return outcome(posting, known.get());
        }
        long balance = accounts.credit(
                commune(),
                posting.credit(),
                posting.amountCents(),
                Brussels.dateOf(origin.at()),
                posting.amountCents());
        return insert(posting, balance);
    }

    /**
     * Opens vouchers' accounts and puts the same amount on each from the campaign's account.
     *
     * @param vouchers new ones; issuing one twice fails
     */
    public void issue(UUID book, List<UUID> vouchers, long amountCents, Actor actor) {
        Instant at = now();
        UUID campaign = Accounts.id(book, AccountKind.CAMPAIGN);
        accounts.openGuarded(commune(), book, vouchers, amountCents, at);
        List<Posting> postings = vouchers.stream()
                .map(voucher -> Posting.of(
                        NameUuid.of("issue", voucher), book, campaign, voucher, amountCents, Reason.ISSUE, actor))
                .toList();
        int made = rows.insert(commune(), at, postings, Collections.nCopies(postings.size(), amountCents))
                .size();
        if (made != postings.size()) {
            throw new IllegalStateException("Of " + postings.size() + " vouchers only " + made + " were new");
        }
    }

    /** What a posting that may have been made before has led to: repeated, key reused, or not taken. */
    @Transactional(readOnly = true)
    public PostOutcome outcomeOf(Posting posting) {
        return find(posting.id())
                .map(known -> outcome(posting, known))
                .orElseGet(() -> new PostOutcome.NotTaken(posting.id()));
    }

    /** A transfer of this commune. */
    @Transactional(readOnly = true)
    public Optional<Transfer> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** The transfers of this commune among these ids. */
    @Transactional(readOnly = true)
    public Map<UUID, Transfer> find(Collection<UUID> ids) {
        return rows.byIds(commune(), ids);
    }

    /** The newest transfers in or out of an account, newest first. */
    @Transactional(readOnly = true)
    public List<Transfer> ofAccount(UUID account, int limit) {
        return rows.ofAccount(commune(), account, limit);
    }

    /** The transfers into an account since an instant, oldest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Transfer> into(UUID account, Instant from, int limit) {
        return rows.into(commune(), account, from, limit);
    }

    /** Every transfer in or out of an account that keeps no balance, oldest first. */
    @Transactional(readOnly = true)
    public List<Transfer> history(UUID account) {
        return rows.history(commune(), account);
    }

    /** How many transfers of a reason each of these accounts got before an instant; those without are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> countInto(Collection<UUID> accounts, Reason reason, Instant before) {
        return rows.countInto(commune(), accounts, reason, before);
    }

    /** What was given back of a transfer so far, in cents. */
    @Transactional(readOnly = true)
    public long refundedCents(UUID origin) {
        return rows.sumByOrigin(commune(), origin, Reason.REFUND, Reason.UNDO);
    }

    /** What went back of a hold so far, captured or not, in cents. */
    @Transactional(readOnly = true)
    public long releasedCents(UUID hold) {
        return rows.sumByOrigin(commune(), hold, Reason.RELEASE);
    }

    private PostOutcome insert(Posting posting, @Nullable Long guardedAfter) {
        Instant at = now();
        List<@Nullable Long> after = new ArrayList<>();
        after.add(guardedAfter);
        if (rows.insert(commune(), at, List.of(posting), after).isEmpty()) {
            Transfer known = find(posting.id()).orElseThrow();
            if (guardedAfter != null) {
                throw new IllegalStateException("The voucher was not locked while " + posting.id() + " was made");
            }
            return outcome(posting, known);
        }
        return new PostOutcome.Posted(
                transfer(posting, at, guardedAfter == null ? OptionalLong.empty() : OptionalLong.of(guardedAfter)));
    }

    private static PostOutcome outcome(Posting posting, Transfer known) {
        return known.request().equals(posting.request())
                ? new PostOutcome.Repeated(known)
                : new PostOutcome.KeyReused(posting.id());
    }

    private static Transfer transfer(Posting posting, Instant at, OptionalLong guardedAfter) {
        return new Transfer(
                posting.id(),
                posting.book(),
                posting.debit(),
                posting.credit(),
                posting.amountCents(),
                posting.reason(),
                at,
                posting.actor(),
                posting.origin(),
                guardedAfter,
                posting.request(),
                posting.note());
    }

    // PostgreSQL keeps microseconds; what is answered now must be what is read back later.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
