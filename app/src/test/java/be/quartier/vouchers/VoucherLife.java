package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.RequestHash;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.TestCampaign.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** One seeded life of one voucher, and the model of what must be true of it. */
final class VoucherLife {

    private static final int STEPS_MAX = 9;

    /** The real application. */
    record Town(
            Open open,
            VoucherDesk desk,
            Refunds refunds,
            Accounts accounts,
            SpendBatch batch,
            Holds holds,
            VoucherSecrets secrets,
            TransactionTemplate transactions) {}

    /** A spend that was acknowledged, with its request and what was given back since. */
    private static final class Spent {
        private final VoucherCode.Token token;
        private final String key;
        private final Done done;
        private long refunded;

        Spent(VoucherCode.Token token, String key, Done done) {
            this.token = token;
            this.key = key;
            this.done = done;
        }
    }

    final Town town;
    private final Voucher voucher;
    final long seed;
    final SplittableRandom random;
    private final List<Spent> spends = new ArrayList<>();
    private final HeldPart hold = new HeldPart(this);
    VoucherCode.Token token;
    Voucher.State state = Voucher.State.ACTIVE;
    long balance = TestCampaign.FACE_CENTS;
    int step;

    VoucherLife(Town town, Voucher voucher, long seed) {
        this.town = town;
        this.voucher = voucher;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.token = town.open().token(voucher);
    }

    /** Lives it and gives the number of steps. */
    int live() {
        int steps = 3 + random.nextInt(STEPS_MAX - 2);
        for (step = 0; step < steps; step++) {
            int kind = random.nextInt(100);
            if (kind < 30) {
                spend();
            } else if (kind < 40) {
                hold.step();
            } else if (kind < 52) {
                repeatSpend();
            } else if (kind < 58) {
                reuseKey();
            } else if (kind < 74) {
                refund();
            } else if (kind < 80) {
                crash();
            } else if (kind < 92) {
                block();
            } else if (kind < 96) {
                reissue();
            } else {
                cancel();
            }
            check();
        }
        return steps;
    }

    private void spend() {
        long cents = 1 + random.nextLong(random.nextInt(4) == 0 ? 3 * TestCampaign.FACE_CENTS : 40_00);
        String key = "s" + seed + "-" + step;
        SpendOutcome outcome = served(cents, key);
        if (state != Voucher.State.ACTIVE) {
            assertThat(outcome).as(where()).isEqualTo(Refused.because(Refusal.VOUCHER_BLOCKED));
        } else if (cents > balance) {
            assertThat(((Refused) outcome).why()).as(where()).isEqualTo(Refusal.INSUFFICIENT_BALANCE);
            assertThat(((Refused) outcome).balanceCents()).as(where()).hasValue(balance);
        } else {
            balance -= cents;
            Done done = (Done) outcome;
            assertThat(done.balanceCents()).as(where()).isEqualTo(balance);
            spends.add(new Spent(token, key, done));
        }
    }

    /** As a till does: a busy house is asked once more with the same key. */
    private SpendOutcome served(long cents, String key) {
        SpendOutcome outcome = town.open().spend(token, cents, key);
        for (int again = 0; again < 5 && outcome.equals(Refused.because(Refusal.OVERLOADED)); again++) {
            outcome = town.open().spend(token, cents, key);
        }
        return outcome;
    }

    // The answer was lost, or the network sent the request twice, perhaps much later and in another order.
    private void repeatSpend() {
        if (!spends.isEmpty()) {
            Spent spent = spends.get(random.nextInt(spends.size()));
            Done again = (Done) town.open().spend(spent.token, spent.done.amountCents(), spent.key);
            assertThat(again)
                    .as(where())
                    .isEqualTo(new Done(
                            spent.done.id(),
                            spent.done.amountCents(),
                            spent.done.balanceCents(),
                            spent.done.at(),
                            true));
        }
    }

    private void reuseKey() {
        if (!spends.isEmpty()) {
            Spent spent = spends.get(random.nextInt(spends.size()));
            assertThat(town.open().spend(spent.token, spent.done.amountCents() + 1, spent.key))
                    .as(where())
                    .isEqualTo(Refused.because(Refusal.IDEMPOTENCY_KEY_REUSED));
        }
    }

    private void refund() {
        if (spends.isEmpty()) {
            return;
        }
        Spent spent = spends.get(random.nextInt(spends.size()));
        long left = spent.done.amountCents() - spent.refunded;
        long cents = 1 + random.nextLong(spent.done.amountCents() + 10);
        Open open = town.open();
        Refunds.Request request =
                new Refunds.Request(spent.done.id(), open.merchant, open.till, "r" + seed + "-" + step);
        SpendOutcome outcome = open.in(() -> town.refunds().refund(request, cents));
        if (cents > left) {
            assertThat(outcome).as(where()).isEqualTo(Refused.because(Refusal.REFUND_TOO_LARGE));
            return;
        }
        spent.refunded += cents;
        balance += state == Voucher.State.CANCELLED ? 0 : cents;
        assertThat(((Done) outcome).balanceCents()).as(where()).isEqualTo(balance);
        Done again = (Done) open.in(() -> town.refunds().refund(request, cents));
        assertThat(again.repeated()).as(where()).isTrue();
        assertThat(again.id()).as(where()).isEqualTo(((Done) outcome).id());
    }

    // Cut off after the statements and before the commit: nothing may be left of it, and the same key must still work.
    private void crash() {
        Open open = town.open();
        String key = "c" + seed + "-" + step;
        open.run(() -> town.transactions().executeWithoutResult(status -> {
            Spend spend = new Spend(token, 1, open.merchant, open.till, key);
            SecretHash hash = town.secrets().hash(token);
            town.batch()
                    .execute(List.of(new SpendBatch.Wish(
                            spend,
                            Spend.id(open.till, key),
                            hash,
                            RequestHash.of("spend", open.merchant, hash.hex(), 1L))));
            status.setRollbackOnly();
        }));
        check();
        SpendOutcome outcome = open.spend(token, 1, key);
        if (state == Voucher.State.ACTIVE && balance > 0) {
            balance--;
            assertThat(((Done) outcome).repeated()).as(where()).isFalse();
            spends.add(new Spent(token, key, (Done) outcome));
        } else {
            assertThat(outcome).as(where()).isInstanceOf(Refused.class);
        }
    }

    private void block() {
        boolean unblock = state == Voucher.State.BLOCKED && random.nextInt(3) > 0;
        boolean changed = town.open()
                .in(() -> unblock
                        ? town.desk().unblock(voucher.id(), "simulation", Actor.SYSTEM)
                        : town.desk().block(voucher.id(), "simulation", Actor.SYSTEM))
                .isPresent();
        assertThat(changed).as(where()).isEqualTo(unblock || state == Voucher.State.ACTIVE);
        if (changed) {
            state = unblock ? Voucher.State.ACTIVE : Voucher.State.BLOCKED;
        }
    }

    private void reissue() {
        VoucherCode.Token old = token;
        town.open()
                .in(() -> town.desk().reissue(voucher.id(), "simulation", Actor.SYSTEM))
                .ifPresent(next -> {
                    token = town.open().token(next);
                    state = Voucher.State.ACTIVE;
                });
        if (!old.equals(token)) {
            assertThat(town.open().spend(old, 1, "o" + seed + "-" + step))
                    .as(where())
                    .isEqualTo(Refused.because(Refusal.VOUCHER_BLOCKED));
        }
    }

    private void cancel() {
        boolean done = town.open()
                .in(() -> town.desk().cancel(voucher.id(), "simulation", Actor.SYSTEM))
                .isPresent();
        assertThat(done).as(where()).isEqualTo(state != Voucher.State.CANCELLED);
        balance = 0;
        state = Voucher.State.CANCELLED;
    }

    private void check() {
        UUID id = voucher.id();
        long really = town.open()
                .in(() -> town.accounts().guarded(id).map(GuardedAccount::balanceCents))
                .orElseThrow();
        assertThat(really).as(where()).isEqualTo(balance).isNotNegative();
    }

    String where() {
        return "seed " + seed + ", step " + step + ", " + state;
    }
}
