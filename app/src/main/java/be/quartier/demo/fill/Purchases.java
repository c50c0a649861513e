package be.quartier.demo.fill;

import be.quartier.commune.Tenancy;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.GuardedDebit;
import be.quartier.ledger.NameUuid;
import be.quartier.ledger.Posting;
import be.quartier.ledger.Reason;
import be.quartier.ledger.RequestHash;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Tills;
import be.quartier.money.Bce;
import be.quartier.money.Parsed;
import be.quartier.vouchers.Refunds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes invented purchases into the ledger at their own moments. It makes the same posting as a till's request; the tills'
 * entrance is not used because it answers in the present.
 */
@Component
class Purchases {

    private static final int REFUNDED_OF = 60;
    private static final int TOGETHER_MAX = 200;

    private final Transfers transfers;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Tills tills;
    private final Refunds refunds;
    private final InstallationClock clock;

    Purchases(
            Transfers transfers,
            Accounts accounts,
            Merchants merchants,
            Tills tills,
            Refunds refunds,
            InstallationClock clock) {
        this.transfers = transfers;
        this.accounts = accounts;
        this.merchants = merchants;
        this.tills = tills;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** A shop's account and its first till. */
    private record Counter(UUID merchant, UUID till) {}

    /** The town's shops that the commune has accepted. */
    List<Shop> takingPart(Town town) {
        return town.shops().stream()
                .filter(shop -> merchant(shop).filter(Merchant::accepted).isPresent())
                .toList();
    }

    /** A purchase on its way into the ledger, and which one of the campaign it is. */
    private record Booking(History.Purchase purchase, Counter counter, Posting posting, int number) {}

    /**
     * Writes them in their order; one in sixty is given back in part.
     *
     * @param before how many of this campaign were written before
     */
    void write(UUID campaign, List<History.Purchase> purchases, int before) {
        Map<String, Counter> counters = new HashMap<>();
        Map<UUID, GuardedAccount> guarded = accounts.guarded(purchases.stream()
                .map(purchase -> purchase.voucher().id())
                .distinct()
                .toList());
        List<Booking> together = new ArrayList<>();
        Set<UUID> vouchers = new HashSet<>();
        int number = before;
        for (History.Purchase purchase : purchases) {
            number++;
            // One statement takes money of a voucher once.
            if (!vouchers.add(purchase.voucher().id()) || together.size() == TOGETHER_MAX) {
                book(together, guarded);
                together.clear();
                vouchers.clear();
                vouchers.add(purchase.voucher().id());
            }
            Counter counter = counters.computeIfAbsent(purchase.shop().key(), key -> counter(purchase.shop()));
            Posting posting = posting(campaign, purchase, counter, "demo-" + campaign + "-" + number);
            together.add(new Booking(purchase, counter, posting, number));
        }
        book(together, guarded);
    }

    private void book(List<Booking> bookings, Map<UUID, GuardedAccount> guarded) {
        List<GuardedDebit> debits = new ArrayList<>();
        for (Booking one : bookings) {
            GuardedAccount account = guarded.get(one.purchase().voucher().id());
            if (account == null) {
                throw new IllegalStateException("No account of a voucher");
            }
            debits.add(new GuardedDebit(one.posting(), account.stamp(), OptionalLong.empty()));
        }
        Map<UUID, Transfer> made = bookings.isEmpty()
                ? Map.of()
                : transfers.debitPast(
                        Reason.SPEND,
                        debits,
                        bookings.stream().map(one -> one.purchase().at()).toList());
        bookings.stream()
                .filter(one -> one.number() % REFUNDED_OF == 0
                        && made.containsKey(one.posting().id()))
                .forEach(one -> giveBack(one.purchase(), one.counter(), one.posting(), one.number()));
    }

    private void giveBack(History.Purchase purchase, Counter counter, Posting spend, int number) {
        Refunds.Request request = new Refunds.Request(
                spend.id(), counter.merchant(), counter.till(), "demo-back-" + spend.book() + "-" + number);
        clock.at(
                purchase.at().plus(Duration.ofMinutes(3)),
                () -> refunds.refund(request, Math.max(1, spend.amountCents() / 2)));
    }

    private Posting posting(UUID campaign, History.Purchase purchase, Counter counter, String key) {
        UUID voucher = purchase.voucher().id();
        return new Posting(
                NameUuid.of("till", Tenancy.required().value(), counter.till(), key),
                campaign,
                voucher,
                Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, counter.merchant()),
                purchase.cents(),
                Reason.SPEND,
                Actor.till(counter.till()),
                Optional.empty(),
                RequestHash.of("demo", voucher, counter.merchant(), purchase.cents()),
                Optional.empty());
    }

    private Counter counter(Shop shop) {
        Merchant merchant = merchant(shop).orElseThrow();
        return new Counter(merchant.id(), tills.of(merchant.id()).getFirst().id());
    }

    private Optional<Merchant> merchant(Shop shop) {
        return Bce.parse(shop.enterprise()) instanceof Parsed.Valid<Bce>(Bce bce)
                ? merchants.byBce(bce)
                : Optional.empty();
    }
}
