package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.ledger.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The holds of this life and what is still set aside on each. */
final class HeldPart {
    private final VoucherLife life;
    private final Map<UUID, Long> open = new LinkedHashMap<>();

    HeldPart(VoucherLife life) {
        this.life = life;
    }

    void step() {
        if (open.isEmpty() || life.random.nextBoolean()) {
            hold();
        } else {
            settle(List.copyOf(open.keySet()).get(life.random.nextInt(open.size())));
        }
        open.forEach((id, cents) -> assertThat(
                        life.town.open().in(() -> life.town.holds().openCents(id)))
                .as(life.where())
                .isEqualTo(cents));
    }

    private void hold() {
        long cents = 1 + life.random.nextLong(life.random.nextInt(4) == 0 ? 3 * TestCampaign.FACE_CENTS : 40_00);
        UUID order = new UUID(life.seed, life.step);
        HoldWish wish = new HoldWish(life.token, cents, life.town.open().merchant, order, Actor.SYSTEM);
        HoldOutcome outcome = life.town.open().in(() -> life.town.holds().hold(wish));
        if (life.state != Voucher.State.ACTIVE) {
            assertThat(outcome).as(life.where()).isEqualTo(HoldOutcome.Refused.because(Refusal.VOUCHER_BLOCKED));
        } else if (cents > life.balance) {
            assertThat(((HoldOutcome.Refused) outcome).why()).as(life.where()).isEqualTo(Refusal.INSUFFICIENT_BALANCE);
        } else {
            life.balance -= cents;
            HoldOutcome.Held held = (HoldOutcome.Held) outcome;
            assertThat(held.balanceCents()).as(life.where()).isEqualTo(life.balance);
            open.put(held.id(), cents);
            assertThat(life.town.open().in(() -> life.town.holds().hold(wish)))
                    .as(life.where())
                    .isEqualTo(held);
        }
    }

    private void settle(UUID id) {
        long left = Objects.requireNonNull(open.get(id));
        long cents = 1 + life.random.nextLong(left + 5);
        String key = "h" + life.step;
        if (cents > left) {
            assertThatThrownBy(() -> life.town.open().in(() -> life.town.holds().capture(id, cents, key, Actor.SYSTEM)))
                    .as(life.where())
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        boolean captured = life.random.nextBoolean();
        for (int time = 0; time < 2; time++) {
            life.town.open().run(() -> {
                if (captured) {
                    life.town.holds().capture(id, cents, key, Actor.SYSTEM);
                } else {
                    life.town.holds().release(id, cents, key, Actor.SYSTEM);
                }
            });
        }
        life.balance += captured || life.state == Voucher.State.CANCELLED ? 0 : cents;
        open.merge(id, -cents, Long::sum);
        open.remove(id, 0L);
    }
}
