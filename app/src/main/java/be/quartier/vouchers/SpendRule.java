package be.quartier.vouchers;

import be.quartier.vouchers.store.SpendFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One rule of spending: the refusal a shop is told, and when it applies. The balance and the limit per day are not here:
 * the ledger checks them while it takes the money.
 *
 * @param refusal what the shop is told
 * @param broken whether the rule forbids this spend
 */
record SpendRule(Refusal refusal, Broken broken) {

    /** Whether a rule forbids a spend of an amount on a Brussels day. */
    interface Broken {
        boolean by(SpendFacts facts, long amountCents, LocalDate today);
    }

    private static final List<SpendRule> ALL = List.of(
            new SpendRule(
                    Refusal.VOUCHER_BLOCKED,
                    (facts, _, _) -> facts.voucherState().equals("blocked")
                            || facts.voucherState().equals("cancelled")
                            || facts.campaignState().equals("cancelled")),
            new SpendRule(
                    Refusal.VOUCHER_EXPIRED,
                    (facts, _, today) -> facts.voucherState().equals("expired")
                            || today.isAfter(facts.validUntil())
                            || facts.campaignState().equals("closed")
                            || facts.campaignState().equals("settled")),
            new SpendRule(
                    Refusal.VOUCHER_NOT_YET_VALID,
                    (facts, _, today) -> today.isBefore(facts.validFrom())
                            || !facts.campaignState().equals("open")),
            new SpendRule(
                    Refusal.MERCHANT_NOT_ACCEPTED,
                    (facts, _, _) -> facts.payable().isEmpty()),
            new SpendRule(
                    Refusal.LIMIT_EXCEEDED,
                    (facts, amount, _) -> facts.purchaseLimitCents().isPresent()
                            && amount > facts.purchaseLimitCents().getAsLong()));

    /** The rules in the order in which a shop is told of them. */
    static List<SpendRule> all() {
        return ALL;
    }

    /** The first rule that forbids the spend. */
    static Optional<Refusal> firstBroken(SpendFacts facts, long amountCents, LocalDate today) {
        return ALL.stream()
                .filter(rule -> rule.broken().by(facts, amountCents, today))
                .map(SpendRule::refusal)
                .findFirst();
    }
}
