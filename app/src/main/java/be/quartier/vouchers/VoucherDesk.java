package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.GuardedDebit;
import be.quartier.ledger.NameUuid;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.Voucher.State;
import be.quartier.vouchers.store.ActRows;
import be.quartier.vouchers.store.VoucherRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the town hall does to vouchers of the current commune: block, unblock, reissue, cancel, extend, expire. Each act locks
 * the voucher's account, so that it comes before or after any spend, never in between; each is kept with its reason.
 */
@Component
@Transactional
public class VoucherDesk {

    private static final int EXPIRE_AT_ONCE = 500;

    private final VoucherRows rows;
    private final ActRows acts;
    private final VoucherSecrets secrets;
    private final TypedCodes codes;
    private final Accounts accounts;
    private final Transfers transfers;
    private final Ids ids;
    private final Clock clock;

    VoucherDesk(JdbcClient jdbc, VoucherSecrets secrets, Accounts accounts, Transfers transfers, Ids ids, Clock clock) {
        this.rows = new VoucherRows(jdbc);
        this.acts = new ActRows(jdbc);
        this.secrets = secrets;
        this.codes = new TypedCodes(rows, secrets);
        this.accounts = accounts;
        this.transfers = transfers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Blocks an active voucher at once; empty when it is not active. */
    public Optional<Voucher> block(UUID voucher, String reason, Actor actor) {
        return change(voucher, State.ACTIVE, State.BLOCKED, VoucherAct.Kind.BLOCK, reason, actor);
    }

    /** Unblocks a blocked voucher; empty when it is not blocked. */
    public Optional<Voucher> unblock(UUID voucher, String reason, Actor actor) {
        return change(voucher, State.BLOCKED, State.ACTIVE, VoucherAct.Kind.UNBLOCK, reason, actor);
    }

    /**
     * Makes a new token and code for an active or blocked voucher: in one act the old ones are dead, the money stays with
     * the voucher, and it is active. Empty when it is expired or cancelled. The letter is the caller's to print.
     */
    public Optional<Voucher> reissue(UUID voucher, String reason, Actor actor) {
        Optional<Voucher> known = locked(voucher).filter(Voucher::alive);
        known.ifPresent(old -> {
            int generation = old.generation() + 1;
            int nonce = Objects.requireNonNull(
                    codes.nonces(List.of(voucher), generation).get(voucher));
            rows.replaceSecrets(
                    commune(),
                    voucher,
                    generation,
                    nonce,
                    secrets.hash(secrets.token(voucher, generation)),
                    secrets.hash(secrets.typed(voucher, generation, nonce)),
                    now());
            accounts.restamp(List.of(voucher));
            keep(List.of(voucher), VoucherAct.Kind.REISSUE, reason, actor);
        });
        return known.flatMap(_ -> rows.byId(commune(), voucher));
    }

    /** Withdraws an active or blocked voucher; what is left returns to the campaign. Empty when it is neither. */
    public Optional<Voucher> cancel(UUID voucher, String reason, Actor actor) {
        Optional<Voucher> known = locked(voucher).filter(Voucher::alive);
        known.ifPresent(
                _ -> end(List.of(voucher), State.CANCELLED, Reason.CANCEL, VoucherAct.Kind.CANCEL, reason, actor));
        return known.flatMap(_ -> rows.byId(commune(), voucher));
    }

    /**
     * Withdraws vouchers, all or none: what they hold returns to the campaign.
     *
     * @return false, and nothing is changed, when one of them was spent from or has ended
     */
    public boolean withdrawUnspent(Collection<UUID> vouchers, String reason, Actor actor) {
        List<GuardedAccount> locked = accounts.lock(vouchers);
        Map<UUID, Long> balances =
                locked.stream().collect(Collectors.toMap(GuardedAccount::id, GuardedAccount::balanceCents));
        boolean untouched = rows.byIds(commune(), vouchers).stream()
                .allMatch(known -> known.alive() && balances.getOrDefault(known.id(), 0L) == known.faceCents());
        if (untouched && !vouchers.isEmpty()) {
            end(List.copyOf(vouchers), State.CANCELLED, Reason.CANCEL, VoucherAct.Kind.CANCEL, reason, actor);
        }
        return untouched;
    }

    /** Gives one active or blocked voucher another last day; empty when it is neither. */
    public Optional<Voucher> extend(UUID voucher, LocalDate until, String reason, Actor actor) {
        Optional<Voucher> known = locked(voucher).filter(Voucher::alive);
        known.ifPresent(_ -> {
            rows.extend(commune(), voucher, until);
            accounts.restamp(List.of(voucher));
            keep(List.of(voucher), VoucherAct.Kind.EXTEND, reason, actor);
        });
        return known.flatMap(_ -> rows.byId(commune(), voucher));
    }

    /**
     * Ends up to 500 vouchers of a campaign whose last day is over; what is left returns to the campaign.
     *
     * @return how many were ended; call again, in a new transaction, until it is 0
     */
    public int expire(UUID campaign, Actor actor) {
        LocalDate today = Brussels.today(clock);
        List<UUID> due = rows.due(commune(), campaign, today, EXPIRE_AT_ONCE);
        accounts.lock(due);
        List<UUID> still = rows.byIds(commune(), due).stream()
                .filter(voucher -> voucher.alive() && voucher.validUntil().isBefore(today))
                .map(Voucher::id)
                .toList();
        if (!still.isEmpty()) {
            end(still, State.EXPIRED, Reason.EXPIRE, VoucherAct.Kind.EXPIRE, "last day over", actor);
        }
        return due.size();
    }

    /** What was done to a voucher, oldest first. */
    @Transactional(readOnly = true)
    public List<VoucherAct> acts(UUID voucher) {
        return acts.of(commune(), voucher);
    }

    private Optional<Voucher> change(
            UUID voucher, State from, State to, VoucherAct.Kind kind, String reason, Actor actor) {
        Optional<Voucher> known = locked(voucher).filter(now -> now.state() == from);
        known.ifPresent(_ -> {
            rows.setState(commune(), List.of(voucher), to);
            accounts.restamp(List.of(voucher));
            keep(List.of(voucher), kind, reason, actor);
        });
        return known.flatMap(_ -> rows.byId(commune(), voucher));
    }

    private Optional<Voucher> locked(UUID voucher) {
        accounts.lock(List.of(voucher));
        return rows.byId(commune(), voucher);
    }

    private void end(List<UUID> vouchers, State state, Reason reason, VoucherAct.Kind kind, String words, Actor actor) {
        List<GuardedAccount> locked = accounts.lock(vouchers);
        List<GuardedDebit> rest = new ArrayList<>();
        for (GuardedAccount account : locked) {
            if (account.balanceCents() > 0) {
                Posting posting = Posting.of(
                        NameUuid.of("end", account.id(), account.stamp()),
                        account.book(),
                        account.id(),
                        Accounts.id(account.book(), AccountKind.CAMPAIGN),
                        account.balanceCents(),
                        reason,
                        actor);
                rest.add(new GuardedDebit(posting, account.stamp(), OptionalLong.empty()));
            }
        }
        if (!rest.isEmpty() && transfers.debit(reason, rest).size() != rest.size()) {
            throw new IllegalStateException("A locked voucher's money was not taken");
        }
        rows.setState(commune(), vouchers, state);
        accounts.restamp(vouchers);
        keep(vouchers, kind, words, actor);
    }

    private void keep(List<UUID> vouchers, VoucherAct.Kind kind, String reason, Actor actor) {
        Instant at = now();
        acts.add(
                commune(),
                Stream.generate(ids::uuid).limit(vouchers.size()).toList(),
                vouchers.stream()
                        .map(voucher -> new VoucherAct(voucher, kind, reason, actor, at))
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
