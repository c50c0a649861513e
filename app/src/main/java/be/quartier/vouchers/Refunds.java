package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.PostOutcome;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.store.VoucherRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A shop of the current commune gives back part or all of a spend.
 *
 * <p>Invariant: what is given back of a spend is never more than was taken. The money returns to the voucher, or to the
 * campaign when the voucher has ended.
 */
@Component
@Transactional
public class Refunds {

    /** How long after a spend it can be given back. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** How long after a spend its till can undo it. */
    public static final Duration UNDO_WINDOW = Duration.ofSeconds(60);

    private final Transfers transfers;
    private final Accounts accounts;
    private final VoucherRows vouchers;
    private final Clock clock;

    Refunds(Transfers transfers, Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.transfers = transfers;
        this.accounts = accounts;
        this.vouchers = new VoucherRows(jdbc);
        this.clock = clock;
    }

    /**
     * What a shop asks.
     *
     * @param spend the spend's id
     * @param merchant the shop that took it
     * @param till which of its tills gives back
     * @param key as for a {@link Spend}
     */
    public record Request(UUID spend, UUID merchant, UUID till, String key) {

        /** Checks the key. */
        public Request {
            if (!Spend.validKey(key)) {
                throw new IllegalArgumentException("An idempotency key has 1 to 255 visible characters");
            }
        }
    }

    /** Gives back an amount. */
    public SpendOutcome refund(Request request, long amountCents) {
        if (amountCents < 1 || amountCents > Spend.AMOUNT_CENTS_MAX) {
            return Refused.because(Refusal.AMOUNT_OUT_OF_RANGE);
        }
        return giveBack(request, OptionalLong.of(amountCents), Reason.REFUND);
    }

    /** Gives back all that is left of a spend of the same till, within a minute. */
    public SpendOutcome undo(Request request) {
        return giveBack(request, OptionalLong.empty(), Reason.UNDO);
    }

    /** What can still be given back of a spend, in cents. */
    @Transactional(readOnly = true)
    public long refundableCents(Transfer spend) {
        return spend.amountCents() - transfers.refundedCents(spend.id());
    }

    private SpendOutcome giveBack(Request request, OptionalLong asked, Reason reason) {
        UUID id = Spend.id(request.till(), request.key());
        RequestHash hash = RequestHash.of(reason.code(), request.merchant(), request.spend(), asked);
        Optional<Transfer> spend = transfers
                .find(request.spend())
                .filter(transfer -> transfer.reason() == Reason.SPEND)
                .filter(transfer -> transfer.credit()
                        .equals(Accounts.id(transfer.book(), AccountKind.MERCHANT_PAYABLE, request.merchant())));
        List<GuardedAccount> locked =
                spend.map(transfer -> accounts.lock(List.of(transfer.debit()))).orElse(List.of());
        Optional<Transfer> before = transfers.find(id);
        if (before.isPresent()) {
            return before.get().request().equals(hash)
                    ? Done.of(before.get(), true)
                    : Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED);
        }
        if (spend.isEmpty()) {
            return Refused.because(Refusal.UNKNOWN_SPEND);
        }
        long left = refundableCents(spend.get());
        Optional<Refusal> refusal = refusal(spend.get(), request, asked.orElse(left), left, reason);
        if (refusal.isPresent()) {
            return Refused.because(refusal.get());
        }
        return post(spend.get(), locked.getFirst(), new Given(id, hash, request, asked.orElse(left), reason));
    }

    private Optional<Refusal> refusal(Transfer spend, Request request, long amountCents, long left, Reason reason) {
        Instant now = clock.instant();
        boolean sameTill = spend.actor().equals(Actor.till(request.till()));
        if (reason == Reason.UNDO && (!sameTill || now.isAfter(spend.at().plus(UNDO_WINDOW)))) {
            return Optional.of(Refusal.UNDO_TOO_LATE);
        }
        if (now.isAfter(spend.at().plus(WINDOW))) {
            return Optional.of(Refusal.REFUND_TOO_LATE);
        }
        return amountCents > left || left == 0 ? Optional.of(Refusal.REFUND_TOO_LARGE) : Optional.empty();
    }

    private record Given(UUID id, RequestHash hash, Request request, long cents, Reason reason) {}

    private SpendOutcome post(Transfer spend, GuardedAccount account, Given given) {
        Voucher voucher = vouchers.byId(Tenancy.required().value(), spend.debit())
                .orElseThrow(() -> new IllegalStateException("No voucher of the spend " + spend.id()));
        boolean toVoucher = voucher.alive() && !Brussels.today(clock).isAfter(voucher.validUntil());
        Posting posting = new Posting(
                given.id(),
                spend.book(),
                spend.credit(),
                toVoucher ? spend.debit() : Accounts.id(spend.book(), AccountKind.CAMPAIGN),
                given.cents(),
                given.reason(),
                Actor.till(given.request().till()),
                Optional.of(spend.id()),
                given.hash(),
                Optional.empty());
        PostOutcome outcome =
                toVoucher ? transfers.credit(posting, spend) : transfers.postBeside(posting, account.balanceCents());
        return switch (outcome) {
            case PostOutcome.Posted(Transfer made) -> Done.of(made, false);
            case PostOutcome.Repeated(Transfer made) -> Done.of(made, true);
            case PostOutcome.KeyReused _ -> Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED);
            case PostOutcome.NotTaken(UUID id) -> throw new IllegalStateException("A refund is never limited: " + id);
        };
    }
}
