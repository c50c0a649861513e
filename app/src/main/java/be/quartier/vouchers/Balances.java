package be.quartier.vouchers;

import be.quartier.ledger.Accounts;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.VoucherCode.Flaw;
import be.quartier.vouchers.VoucherCode.Token;
import be.quartier.vouchers.VoucherCode.Typed;
import be.quartier.vouchers.VoucherCode.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is left on a voucher of the current commune, and what happened to it. */
@Component
@Transactional
public class Balances {

    private static final int HISTORY_MAX = 500;

    private final Vouchers vouchers;
    private final Accounts accounts;
    private final Transfers transfers;
    private final WrongCodes wrongCodes;

    Balances(Vouchers vouchers, Accounts accounts, Transfers transfers, WrongCodes wrongCodes) {
        this.vouchers = vouchers;
        this.accounts = accounts;
        this.transfers = transfers;
        this.wrongCodes = wrongCodes;
    }

    /** What became of a look-up. */
    public sealed interface Outcome {}

    /** The voucher and its balance. */
    public record Found(Balance balance) implements Outcome {}

    /** Unknown, replaced, or too many wrong codes. */
    public record NotShown(Refusal why) implements Outcome {}

    /** By the token of the letter; a typed code is answered like an unknown one. */
    public Outcome byToken(VoucherCode code) {
        return code instanceof Token ? look(code) : new NotShown(Refusal.UNKNOWN_VOUCHER);
    }

    /** By token or typed code, at a till of this shop; wrong codes are counted. */
    public Outcome atTill(VoucherCode code, UUID merchant) {
        boolean typed = code instanceof Typed || code.equals(new Unreadable(Flaw.CHECK_FAILED));
        if (typed && wrongCodes.pause(merchant).isPositive()) {
            return new NotShown(Refusal.TOO_MANY_WRONG_CODES);
        }
        Outcome outcome = look(code);
        if (typed && outcome.equals(new NotShown(Refusal.UNKNOWN_VOUCHER))) {
            wrongCodes.count(merchant);
        }
        return outcome;
    }

    /** What is left on a voucher. */
    public Optional<Balance> of(UUID voucher) {
        return vouchers.find(voucher).map(this::balance);
    }

    /** The newest transfers of a voucher, newest first, 500 at most. */
    public List<Transfer> history(UUID voucher) {
        return transfers.ofAccount(voucher, HISTORY_MAX);
    }

    private Outcome look(VoucherCode code) {
        Optional<Voucher> voucher = vouchers.find(code);
        if (voucher.isPresent()) {
            return new Found(balance(voucher.get()));
        }
        return new NotShown(vouchers.replaced(code) ? Refusal.VOUCHER_BLOCKED : Refusal.UNKNOWN_VOUCHER);
    }

    private Balance balance(Voucher voucher) {
        return new Balance(
                voucher,
                accounts.guarded(voucher.id()).map(GuardedAccount::balanceCents).orElse(0L));
    }
}
