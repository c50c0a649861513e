package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.merchants.Till;
import be.quartier.merchants.Tills;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.TestCampaign.Open;
import be.quartier.vouchers.signals.Signal;
import be.quartier.vouchers.signals.Signal.Decision;
import be.quartier.vouchers.signals.SignalKind;
import be.quartier.vouchers.signals.SignalTurn;
import be.quartier.vouchers.signals.Signals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue: filled from the ledger, never blocking by itself, emptied by people whose looks are kept. */
@QuartierTest
class SignalsTests {

    private static final UUID ANA = new UUID(3, 1);

    @Autowired
    private TestCampaign campaigns;

    @Autowired
    private SignalTurn turn;

    @Autowired
    private Signals signals;

    @Autowired
    private Spends spends;

    @Autowired
    private Tills tills;

    @Autowired
    private AuditTrail audit;

    private Open open;
    private Till till;

    @BeforeEach
    void aShopWithATill() {
        open = campaigns.open();
        till = open.in(() -> tills.enrol(open.merchant, "Caisse 1", Optional.empty()))
                .till();
    }

    @Test
    void wholeVouchersInSeriesAreFoundOnceWithTheirReasonAndEntriesAndNothingIsBlocked() {
        take(6, TestCampaign.FACE_CENTS);
        look();
        look();
        List<Signal> waiting = open.in(signals::waiting);
        assertThat(waiting)
                .extracting(Signal::kind)
                .containsExactlyInAnyOrder(SignalKind.WHOLE_BALANCES, SignalKind.SERIAL_ORDER);
        Signal whole = of(SignalKind.WHOLE_BALANCES);
        assertThat(whole.facts()).startsWith(6L, 600_00L);
        assertThat(whole.entries()).hasSize(6);
        assertThat(whole.till()).hasValue(till.id());
        take(1, 1_00);
    }

    @Test
    void fiftyPeopleWhoBlockTheTillAtOnceBlockItOnceAndTheNoteIsKept() throws Exception {
        take(6, TestCampaign.FACE_CENTS);
        look();
        Signal signal = of(SignalKind.WHOLE_BALANCES);
        Callable<Boolean> decide =
                () -> open.in(() -> signals.decide(signal.id(), Decision.BLOCK_TILL, "Vu les tickets", ANA));
        int counted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done :
                    threads.invokeAll(Stream.generate(() -> decide).limit(50).toList())) {
                counted += done.get() ? 1 : 0;
            }
        }
        assertThat(counted).isEqualTo(1);
        assertThat(open.in(() -> tills.of(open.merchant))).noneMatch(Till::inUse);
        assertThat(open.in(() -> signals.looks(signal.id()))).singleElement().satisfies(look -> {
            assertThat(look.note()).isEqualTo("Vu les tickets");
            assertThat(look.decision()).isEqualTo(Decision.BLOCK_TILL);
        });
        assertThat(open.in(() -> audit.read(AuditQuery.all())))
                .filteredOn(line -> line.action().equals("signals.looked-at"))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("decision", "block-till"));
    }

    @Test
    void whatWasSettledStaysSettledUntilItGoesOn() {
        take(6, TestCampaign.FACE_CENTS);
        look();
        Signal signal = of(SignalKind.WHOLE_BALANCES);
        assertThat(open.in(() -> signals.decide(signal.id(), Decision.ASK, "Appelé la patronne", ANA)))
                .isTrue();
        assertThat(of(SignalKind.WHOLE_BALANCES).state()).isEqualTo(Signal.State.ASKED);
        assertThat(open.in(() -> signals.decide(signal.id(), Decision.NOTHING, "Un club de foot", ANA)))
                .isTrue();
        look();
        assertThat(open.in(signals::waiting)).noneMatch(one -> one.id().equals(signal.id()));
        take(3, TestCampaign.FACE_CENTS);
        look();
        Signal again = of(SignalKind.WHOLE_BALANCES);
        assertThat(again.id()).isEqualTo(signal.id());
        assertThat(again.facts()).startsWith(9L);
        assertThat(open.in(() -> signals.looks(signal.id()))).hasSize(2);
    }

    @Test
    void wrongCodesInThreeShopsAtOnceAndADeviceOfTwoShopsAreFound() {
        for (long shop = 1; shop <= 3; shop++) {
            for (int code = 0; code < 5; code++) {
                open.sql(
                        "insert into wrong_code (commune_id, id, merchant_id, at) values (:commune, :id, :shop, now())",
                        Map.of("id", UUID.randomUUID(), "shop", new UUID(9, shop)));
            }
        }
        for (long shop = 1; shop <= 2; shop++) {
            open.sql(
                    "insert into till_device (commune_id, till_id, merchant_id, device_hash, since)"
                            + " values (:commune, :till, :shop, :hash, now())",
                    Map.of("till", new UUID(8, shop), "shop", new UUID(9, shop), "hash", new byte[32]));
        }
        look();
        assertThat(of(SignalKind.CODE_GUESSING).facts()).containsExactly(3L, 15L);
        assertThat(of(SignalKind.CODE_GUESSING).score())
                .isGreaterThan(of(SignalKind.SHARED_DEVICE).score());
        assertThat(open.in(signals::waiting))
                .filteredOn(one -> one.kind() == SignalKind.SHARED_DEVICE)
                .hasSize(2);
    }

    @Test
    void ordinaryPurchasesAreSilent() {
        for (Voucher voucher : every(3, open.issue(30))) {
            spend(voucher, 12_50);
        }
        look();
        assertThat(open.in(signals::waiting)).isEmpty();
    }

    private void look() {
        open.run(turn::take);
    }

    private Signal of(SignalKind kind) {
        return open.in(signals::waiting).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void take(int vouchers, long cents) {
        open.issue(vouchers).forEach(voucher -> spend(voucher, cents));
    }

    private void spend(Voucher voucher, long cents) {
        Spend spend = new Spend(open.token(voucher), cents, open.merchant, till.id(), open.key());
        assertThat(open.in(() -> spends.spend(spend))).isInstanceOf(SpendOutcome.Done.class);
    }

    private static List<Voucher> every(int step, List<Voucher> all) {
        return all.stream().filter(voucher -> voucher.serial() % step == 0).toList();
    }
}
