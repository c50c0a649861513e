package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.SpendBatch.Wish;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.VoucherCode.Flaw;
import be.quartier.vouchers.VoucherCode.Token;
import be.quartier.vouchers.VoucherCode.Typed;
import be.quartier.vouchers.VoucherCode.Unreadable;
import be.quartier.vouchers.store.SpendRows;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A shop takes part of a voucher, in the current commune.
 *
 * <p>Invariant: the same key with the same request gives the same outcome for as long as the transfer exists; with another
 * request it is refused. A refusal leaves no trace, so that a corrected request may use the same key.
 */
@Component
public class Spends {

    private final SpendLanes lanes;
    private final VoucherSecrets secrets;
    private final WrongCodes wrongCodes;
    private final Transfers transfers;
    private final SpendRows rows;
    private final TransactionTemplate transactions;

    Spends(
            SpendLanes lanes,
            VoucherSecrets secrets,
            WrongCodes wrongCodes,
            Transfers transfers,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.lanes = lanes;
        this.secrets = secrets;
        this.wrongCodes = wrongCodes;
        this.transfers = transfers;
        this.rows = new SpendRows(jdbc);
        this.transactions = transactions;
    }

    /** Takes the amount, or says why not. Call it outside a transaction: it commits before it answers. */
    public SpendOutcome spend(Spend spend) {
        if (spend.amountCents() < 1 || spend.amountCents() > Spend.AMOUNT_CENTS_MAX) {
            return Refused.because(Refusal.AMOUNT_OUT_OF_RANGE);
        }
        return switch (spend.code()) {
            case Token token -> {
                SecretHash hash = secrets.hash(token);
                yield lanes.spend(wish(spend, hash, hash));
            }
            case Typed typed -> typed(spend, typed);
            case Unreadable(Flaw flaw) -> unreadable(spend, flaw);
        };
    }

    /** How long the shop may not type codes, after too many wrong ones; zero when it may. */
    public Duration typingPause(UUID merchant) {
        return wrongCodes.pause(merchant);
    }

    private SpendOutcome typed(Spend spend, Typed typed) {
        SecretHash sent = secrets.hash(typed);
        Wish asked = wish(spend, sent, sent);
        Optional<Transfer> before = transfers.find(asked.id());
        if (before.isPresent()) {
            return before.get().request().equals(asked.request())
                    ? Done.of(before.get(), true)
                    : Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED);
        }
        if (wrongCodes.pause(spend.merchant()).isPositive()) {
            return Refused.because(Refusal.TOO_MANY_WRONG_CODES);
        }
        int commune = Tenancy.required().value();
        Optional<SecretHash> token = in(() -> rows.tokenOfCode(commune, sent));
        if (token.isPresent()) {
            return lanes.spend(wish(spend, token.get(), sent));
        }
        if (in(() -> rows.isFormer(commune, sent))) {
            return Refused.because(Refusal.VOUCHER_BLOCKED);
        }
        wrongCodes.count(spend.merchant());
        return Refused.because(Refusal.UNKNOWN_VOUCHER);
    }

    private SpendOutcome unreadable(Spend spend, Flaw flaw) {
        if (flaw != Flaw.CHECK_FAILED) {
            return Refused.because(Refusal.UNKNOWN_VOUCHER);
        }
        if (wrongCodes.pause(spend.merchant()).isPositive()) {
            return Refused.because(Refusal.TOO_MANY_WRONG_CODES);
        }
        wrongCodes.count(spend.merchant());
        return Refused.because(Refusal.UNKNOWN_VOUCHER);
    }

    private <T> T in(java.util.function.Supplier<T> read) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> read.get()));
    }

    // The request is what the shop sent: a letter that was replaced since must not change the answer to a repeat.
    private static Wish wish(Spend spend, SecretHash token, SecretHash sent) {
        RequestHash request = RequestHash.of("spend", spend.merchant(), sent.hex(), spend.amountCents());
        return new Wish(spend, Spend.id(spend.till(), spend.key()), token, request);
    }
}
