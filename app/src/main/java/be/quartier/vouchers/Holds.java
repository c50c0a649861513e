package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.GuardedDebit;
import be.quartier.ledger.NameUuid;
import be.quartier.ledger.PostOutcome;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.HoldOutcome.Held;
import be.quartier.vouchers.store.SpendFacts;
import be.quartier.vouchers.store.SpendRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Part of a voucher set aside for an order until the shop delivers or declines, in the current commune. Each verb joins the
 * caller's transaction or makes its own, so that an order and its holds stand or fall together.
 *
 * <p>Invariant: what is captured and released of a hold is never more than was held. The rules of spending are looked at
 * when the money is set aside; what was promised to the shop then is kept, even after the voucher's last day.
 *
 * <p>A capture is a release and a spend in one transaction: whoever counts spends counts it.
 */
@Component
@Transactional
public class Holds {

    private final VoucherSecrets secrets;
    private final Transfers transfers;
    private final Accounts accounts;
    private final SpendRows rows;
    private final Vouchers vouchers;
    private final Clock clock;

    Holds(
            VoucherSecrets secrets,
            Vouchers vouchers,
            Transfers transfers,
            Accounts accounts,
            JdbcClient jdbc,
            Clock clock) {
        this.secrets = secrets;
        this.transfers = transfers;
        this.accounts = accounts;
        this.rows = new SpendRows(jdbc);
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /** Sets the amount aside, or says why not. Holds of several vouchers are asked for in the order of {@link #sorted}. */
    public HoldOutcome hold(HoldWish wish) {
        if (wish.amountCents() < 1 || wish.amountCents() > Spend.AMOUNT_CENTS_MAX) {
            return HoldOutcome.Refused.because(Refusal.AMOUNT_OUT_OF_RANGE);
        }
        Optional<SecretHash> token = token(wish.code());
        @Nullable
        SpendFacts facts = token.map(hash -> rows.facts(commune(), List.of(hash), List.of(wish.merchant()))[0])
                .orElse(null);
        if (facts == null) {
            return HoldOutcome.Refused.because(
                    vouchers.replaced(wish.code()) ? Refusal.VOUCHER_BLOCKED : Refusal.UNKNOWN_VOUCHER);
        }
        UUID id = id(wish.order(), wish.merchant(), facts.voucher());
        RequestHash request = RequestHash.of("hold", id, wish.amountCents());
        Optional<Transfer> before = transfers.find(id);
        if (before.isPresent()) {
            return again(before.get(), request);
        }
        LocalDate today = Brussels.today(clock);
        Optional<Refusal> broken = SpendRule.firstBroken(facts, wish.amountCents(), today);
        return broken.isPresent()
                ? new HoldOutcome.Refused(broken.get(), OptionalLong.empty())
                : take(wish, facts, id, request, today);
    }

    /** The wishes in the order in which their vouchers must be asked, so that two orders never wait for each other. */
    public List<HoldWish> sorted(List<HoldWish> wishes) {
        return wishes.stream()
                .sorted(Comparator.comparing(
                        wish -> token(wish.code()).map(SecretHash::hex).orElse("")))
                .toList();
    }

    /** What of a hold is still set aside, in cents; zero for an unknown one. */
    @Transactional(readOnly = true)
    public long openCents(UUID hold) {
        return find(hold).map(this::openCents).orElse(0L);
    }

    /**
     * Pays the shop from a hold.
     *
     * @param step names this capture among those of the hold; the same step captures once
     * @return the spend, which the shop may refund like any other
     * @throws IllegalArgumentException when there is no such hold, less is set aside, or the step captured another amount
     */
    public Transfer capture(UUID hold, long amountCents, String step, Actor by) {
        Transfer held = required(hold);
        GuardedAccount account = lock(held);
        UUID id = NameUuid.of("capture", hold, step);
        UUID merchant = accounts.owner(held.credit()).orElseThrow();
        RequestHash request = RequestHash.of("capture", hold, step, amountCents);
        Optional<Transfer> before = transfers.find(id);
        if (before.isEmpty()) {
            requireOpen(held, amountCents);
            post(
                    new Posting(
                            NameUuid.of("capture-release", hold, step),
                            held.book(),
                            held.credit(),
                            held.debit(),
                            amountCents,
                            Reason.RELEASE,
                            by,
                            Optional.of(hold),
                            request,
                            Optional.empty()),
                    account.balanceCents() + amountCents);
        }
        Posting spend = new Posting(
                id,
                held.book(),
                held.debit(),
                Accounts.id(held.book(), AccountKind.MERCHANT_PAYABLE, merchant),
                amountCents,
                Reason.SPEND,
                by,
                Optional.of(hold),
                request,
                Optional.empty());
        return post(spend, account.balanceCents());
    }

    /**
     * Gives what is still set aside back: to the voucher, or to the campaign when the voucher has ended.
     *
     * @return the cents given back; zero when nothing was left, as for a second request
     */
    public long release(UUID hold, Actor by) {
        Transfer held = required(hold);
        lock(held);
        long open = openCents(held);
        if (open > 0) {
            release(held, open, NameUuid.of("release", hold), by);
        }
        return open;
    }

    /**
     * Gives part of what is set aside back, for example of a line that the shop declined.
     *
     * @param step names this release among those of the hold; the same step releases once
     * @throws IllegalArgumentException when there is no such hold, less is set aside, or the step released another amount
     */
    public void release(UUID hold, long amountCents, String step, Actor by) {
        Transfer held = required(hold);
        lock(held);
        UUID id = NameUuid.of("release-part", hold, step);
        if (transfers.find(id).isEmpty()) {
            requireOpen(held, amountCents);
        }
        release(held, amountCents, id, by);
    }

    private static HoldOutcome again(Transfer made, RequestHash request) {
        return made.request().equals(request)
                ? Held.of(made)
                : HoldOutcome.Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED);
    }

    private HoldOutcome take(HoldWish wish, SpendFacts facts, UUID id, RequestHash request, LocalDate today) {
        UUID held = accounts.open(facts.campaign(), AccountKind.HELD, wish.merchant());
        Posting posting = new Posting(
                id,
                facts.campaign(),
                facts.voucher(),
                held,
                wish.amountCents(),
                Reason.HOLD,
                wish.by(),
                Optional.empty(),
                request,
                Optional.empty());
        Transfer made = transfers
                .debit(Reason.HOLD, List.of(new GuardedDebit(posting, facts.stamp(), facts.dayLimitCents())))
                .get(id);
        if (made != null) {
            return Held.of(made);
        }
        Optional<Transfer> meanwhile = transfers.find(id);
        if (meanwhile.isPresent()) {
            return again(meanwhile.get(), request);
        }
        GuardedAccount account = accounts.guarded(facts.voucher()).orElseThrow();
        boolean overDay = facts.dayLimitCents().isPresent()
                && account.outCents(today) + wish.amountCents()
                        > facts.dayLimitCents().getAsLong();
        Refusal why = account.balanceCents() < wish.amountCents()
                ? Refusal.INSUFFICIENT_BALANCE
                // Neither the balance nor the limit: what its owner may do changed between reading and taking.
                : overDay ? Refusal.LIMIT_EXCEEDED : Refusal.OVERLOADED;
        return new HoldOutcome.Refused(why, OptionalLong.of(account.balanceCents()));
    }

    private void release(Transfer held, long cents, UUID id, Actor by) {
        Voucher voucher = vouchers.find(held.debit())
                .orElseThrow(() -> new IllegalStateException("No voucher of the hold " + held.id()));
        boolean toVoucher = voucher.alive() && !Brussels.today(clock).isAfter(voucher.validUntil());
        Posting posting = new Posting(
                id,
                held.book(),
                held.credit(),
                toVoucher ? held.debit() : Accounts.id(held.book(), AccountKind.CAMPAIGN),
                cents,
                Reason.RELEASE,
                by,
                Optional.of(held.id()),
                RequestHash.of("release", held.id(), id, cents),
                Optional.empty());
        if (!toVoucher) {
            post(posting, accounts.guarded(held.debit()).orElseThrow().balanceCents());
        } else if (transfers.credit(posting, held) instanceof PostOutcome.KeyReused) {
            throw new IllegalArgumentException("This release gave back another amount: " + id);
        }
    }

    private Transfer post(Posting posting, long guardedCents) {
        return switch (transfers.postBeside(posting, guardedCents)) {
            case PostOutcome.Posted(Transfer made) -> made;
            case PostOutcome.Repeated(Transfer made) -> made;
            case PostOutcome.KeyReused(UUID id) ->
                throw new IllegalArgumentException("This step moved another amount: " + id);
            case PostOutcome.NotTaken(UUID id) ->
                throw new IllegalStateException("Money that passes by is not limited: " + id);
        };
    }

    private Optional<SecretHash> token(VoucherCode code) {
        return switch (code) {
            case VoucherCode.Token token -> Optional.of(secrets.hash(token));
            case VoucherCode.Typed typed -> rows.tokenOfCode(commune(), secrets.hash(typed));
            case VoucherCode.Unreadable _ -> Optional.empty();
        };
    }

    private static UUID id(UUID order, UUID merchant, UUID voucher) {
        return NameUuid.of("hold", commune(), order, merchant, voucher);
    }

    private Optional<Transfer> find(UUID hold) {
        return transfers.find(hold).filter(transfer -> transfer.reason() == Reason.HOLD);
    }

    private Transfer required(UUID hold) {
        return find(hold).orElseThrow(() -> new IllegalArgumentException("No hold " + hold + " in this commune"));
    }

    private GuardedAccount lock(Transfer held) {
        return accounts.lock(List.of(held.debit())).getFirst();
    }

    private long openCents(Transfer held) {
        return held.amountCents() - transfers.releasedCents(held.id());
    }

    private void requireOpen(Transfer held, long cents) {
        if (cents < 1 || cents > openCents(held)) {
            throw new IllegalArgumentException(
                    "Of the hold " + held.id() + " " + openCents(held) + " cents are left, not " + cents);
        }
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
