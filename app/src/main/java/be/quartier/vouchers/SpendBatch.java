package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.GuardedDebit;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.store.SpendFacts;
import be.quartier.vouchers.store.SpendRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Spends that arrived together, in one transaction of two statements: one reads what the rules look at, one takes the
 * money and writes the transfers. What was not taken is explained afterwards, which only refusals and repeats pay for.
 */
@Component
class SpendBatch {

    /**
     * One spend on its way.
     *
     * @param id of the transfer it would make
     * @param tokenHash of the voucher's token
     * @param request hash of what was asked
     */
    record Wish(Spend spend, UUID id, SecretHash tokenHash, RequestHash request) {}

    private final SpendRows rows;
    private final Transfers transfers;
    private final Accounts accounts;
    private final Clock clock;

    SpendBatch(JdbcClient jdbc, Transfers transfers, Accounts accounts, Clock clock) {
        this.rows = new SpendRows(jdbc);
        this.transfers = transfers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Carries out the spends.
     *
     * @param wishes no two with the same id or voucher
     * @return one outcome for each, in order; null where the voucher changed in between and the spend must be tried again
     */
    @Transactional
    public List<@Nullable SpendOutcome> execute(List<Wish> wishes) {
        LocalDate today = Brussels.today(clock);
        @Nullable
        SpendFacts[] facts = rows.facts(
                Tenancy.required().value(),
                wishes.stream().map(Wish::tokenHash).toList(),
                wishes.stream().map(wish -> wish.spend().merchant()).toList());
        List<GuardedDebit> debits = new ArrayList<>(wishes.size());
        for (int at = 0; at < wishes.size(); at++) {
            Wish wish = wishes.get(at);
            SpendFacts known = facts[at];
            if (known != null
                    && SpendRule.firstBroken(known, wish.spend().amountCents(), today)
                            .isEmpty()) {
                debits.add(new GuardedDebit(posting(wish, known), known.stamp(), known.dayLimitCents()));
            }
        }
        Map<UUID, Transfer> made = debits.isEmpty() ? Map.of() : transfers.debit(Reason.SPEND, debits);
        Map<UUID, Transfer> before = made.size() == wishes.size()
                ? Map.of()
                : transfers.find(wishes.stream()
                        .map(Wish::id)
                        .filter(id -> !made.containsKey(id))
                        .toList());
        List<@Nullable SpendOutcome> outcomes = new ArrayList<>(wishes.size());
        for (int at = 0; at < wishes.size(); at++) {
            Wish wish = wishes.get(at);
            Transfer transfer = made.get(wish.id());
            outcomes.add(
                    transfer != null
                            ? Done.of(transfer, false)
                            : explain(wish, facts[at], before.get(wish.id()), today));
        }
        return outcomes;
    }

    private @Nullable SpendOutcome explain(
            Wish wish, @Nullable SpendFacts facts, @Nullable Transfer before, LocalDate today) {
        if (before != null) {
            return before.request().equals(wish.request())
                    ? Done.of(before, true)
                    : Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED);
        }
        if (facts == null) {
            boolean replaced = rows.isFormer(Tenancy.required().value(), wish.tokenHash());
            return Refused.because(replaced ? Refusal.VOUCHER_BLOCKED : Refusal.UNKNOWN_VOUCHER);
        }
        long amount = wish.spend().amountCents();
        Optional<Refusal> broken = SpendRule.firstBroken(facts, amount, today);
        if (broken.isPresent() && broken.get() != Refusal.LIMIT_EXCEEDED) {
            return Refused.because(broken.get());
        }
        GuardedAccount account = accounts.guarded(facts.voucher()).orElseThrow();
        if (account.balanceCents() < amount) {
            return new Refused(Refusal.INSUFFICIENT_BALANCE, OptionalLong.of(account.balanceCents()));
        }
        boolean overDay = facts.dayLimitCents().isPresent()
                && account.outCents(today) + amount > facts.dayLimitCents().getAsLong();
        if (broken.isPresent() || overDay) {
            return new Refused(Refusal.LIMIT_EXCEEDED, OptionalLong.of(account.balanceCents()));
        }
        return null;
    }

    private static Posting posting(Wish wish, SpendFacts facts) {
        return new Posting(
                wish.id(),
                facts.campaign(),
                facts.voucher(),
                facts.payable().orElseThrow(),
                wish.spend().amountCents(),
                Reason.SPEND,
                Actor.till(wish.spend().till()),
                Optional.empty(),
                wish.request(),
                Optional.empty());
    }
}
