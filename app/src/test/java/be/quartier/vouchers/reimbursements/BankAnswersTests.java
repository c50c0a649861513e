package be.quartier.vouchers.reimbursements;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.bank.BankAnswer;
import be.quartier.commune.Brussels;
import be.quartier.demo.bank.BankTwin;
import be.quartier.ledger.AccountKind;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.reimbursements.PayingTown.Town;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the bank's files do to runs: returns reopen, sums pay, and nothing but our own reference matches. */
@QuartierTest
class BankAnswersTests {

    private static final UUID ANA = new UUID(3, 1);
    private static final UUID BEA = new UUID(3, 2);
    private static final UUID CAS = new UUID(3, 3);

    @Autowired
    private PayingTown towns;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private Releases releases;

    @Autowired
    private BankAnswers answers;

    @Autowired
    private Clock clock;

    @Test
    void aRefusedLineIsOwedAgainWithANewReferenceAndTheRestIsPaidAsOneSum() {
        Town town = town(3);
        Run run = released(town);
        BankTwin.Order order = order(town, run);
        take(
                town,
                BankTwin.report(
                        order, List.of(new BankTwin.Returned(order.payments().get(1), "AC04"))));
        RunLine refused = lines(town, run).get(1);
        assertThat(refused.state()).isEqualTo(LineState.REJECTED);
        assertThat(refused.rejectReason()).hasValue("AC04");
        assertThat(town.payable(town.shops.indexOf(refused.merchant()))).isEqualTo(refused.amountCents());
        take(town, BankTwin.paid(order));
        assertThat(lines(town, run))
                .extracting(RunLine::state)
                .containsExactly(LineState.PAID, LineState.REJECTED, LineState.PAID);
        Run after = town.in(() -> reimbursements.find(run.id())).orElseThrow();
        assertThat(after.state()).isEqualTo(RunState.EXECUTED);
        assertThat(after.executedOn()).hasValue(today());
        assertThat(town.at(AccountKind.IN_BANK_FILE)).isZero();
        assertThat(town.at(AccountKind.PAID)).isEqualTo(run.totalCents() - refused.amountCents());
        RunLine again = lines(town, released(town)).getFirst();
        assertThat(again.merchant()).isEqualTo(refused.merchant());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.endToEndId()).isNotEqualTo(refused.endToEndId());
    }

    @Test
    void aPaymentThatComesBackAfterItWasPaidIsOwedAgain() {
        Town town = town(2);
        Run run = released(town);
        BankTwin.Order order = order(town, run);
        take(town, BankTwin.paid(order));
        assertThat(town.at(AccountKind.PAID)).isEqualTo(run.totalCents());
        take(
                town,
                BankTwin.returned(
                        order, List.of(new BankTwin.Returned(order.payments().getFirst(), "MD07"))));
        RunLine back = lines(town, run).getFirst();
        assertThat(back.state()).isEqualTo(LineState.REJECTED);
        assertThat(town.at(AccountKind.PAID)).isEqualTo(run.totalCents() - back.amountCents());
    }

    @Test
    void theSameFileSentFiftyTimesAtOnceCountsOnce() throws Exception {
        Town town = town(2);
        Run run = released(town);
        BankTwin.Order order = order(town, run);
        byte[] file = BankTwin.report(
                order, List.of(new BankTwin.Returned(order.payments().getFirst(), "AC01")));
        int read = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<TakenAnswer.Outcome> upload = () -> town.in(() -> answers.take("same.xml", file, CAS));
            for (Future<TakenAnswer.Outcome> done :
                    threads.invokeAll(Stream.generate(() -> upload).limit(50).toList())) {
                read += done.get() instanceof TakenAnswer.Outcome.Read ? 1 : 0;
            }
        }
        assertThat(read).isEqualTo(1);
        assertThat(town.in(() -> answers.newest(9))).hasSize(1);
        long owed = town.payable(town.shops.indexOf(lines(town, run).getFirst().merchant()));
        assertThat(owed).isEqualTo(lines(town, run).getFirst().amountCents());
        List<AnswerEffect> again = take(town, text(file, "T06:00:00", "T06:00:01"));
        assertThat(again).extracting(AnswerEffect::outcome).containsExactly(AnswerOutcome.KNOWN);
        assertThat(town.payable(town.shops.indexOf(lines(town, run).getFirst().merchant())))
                .isEqualTo(owed);
    }

    @Test
    void nothingButOurReferenceWithItsAmountAndAccountMatches() {
        Town town = town(2);
        Run run = released(town);
        BankTwin.Order order = order(town, run);
        BankTwin.Payment first = order.payments().getFirst();
        var strangers = new BankTwin.Order(
                "QSTRANGER-1",
                "QSTRANGER-1-1",
                order.debtorIban(),
                order.day(),
                List.of(
                        new BankTwin.Payment("SAME-AMOUNT-SAME-DAY", first.cents(), first.creditor()),
                        order.payments().get(1)));
        assertThat(take(town, BankTwin.paid(strangers)))
                .as("same sum, same day, another file")
                .isEmpty();
        assertThat(take(
                        town,
                        BankTwin.report(
                                strangers,
                                List.of(new BankTwin.Returned(
                                        strangers.payments().getFirst(), "AC04")))))
                .isEmpty();
        assertThat(take(
                        town,
                        BankTwin.returned(
                                strangers,
                                List.of(new BankTwin.Returned(
                                        strangers.payments().getFirst(), "AC04")))))
                .isEmpty();
        var account = new BankTwin.Order(
                order.messageId(), order.paymentId(), "BE71096123456769", order.day(), order.payments());
        assertDoubt(take(town, BankTwin.paid(account)), "account");
        var amount = new BankTwin.Order(
                order.messageId(),
                order.paymentId(),
                order.debtorIban(),
                order.day(),
                List.of(
                        new BankTwin.Payment(first.endToEndId(), first.cents() + 1, first.creditor()),
                        order.payments().get(1)));
        assertDoubt(take(town, BankTwin.paid(amount)), "amount");
        assertDoubt(
                take(
                        town,
                        BankTwin.returned(
                                amount,
                                List.of(new BankTwin.Returned(amount.payments().getFirst(), "AC04")))),
                "amount");
        assertDoubt(
                take(
                        town,
                        BankTwin.report(
                                amount,
                                List.of(new BankTwin.Returned(amount.payments().getFirst(), "AC04")))),
                "amount");
        var early = new BankTwin.Order(
                order.messageId(),
                order.paymentId(),
                order.debtorIban(),
                order.day().minusDays(3),
                order.payments());
        assertThat(take(town, BankTwin.paid(early))).allMatch(effect -> effect.outcome() == AnswerOutcome.DOUBTFUL);
        assertThat(lines(town, run)).extracting(RunLine::state).containsOnly(LineState.IN_RUN);
        assertThat(town.at(AccountKind.IN_BANK_FILE)).isEqualTo(run.totalCents());
    }

    @Test
    void inAMixOfOursAndStrangersEveryLineEndsAsTheBankSaidAndNoOtherIsTouched() {
        long seed = 53;
        var random = new SplittableRandom(seed);
        Town town = town(12);
        Run run = released(town);
        BankTwin.Order order = order(town, run);
        List<BankTwin.Returned> refused = new ArrayList<>();
        List<BankTwin.Returned> strange = new ArrayList<>();
        for (BankTwin.Payment payment : order.payments()) {
            if (random.nextInt(3) == 0) {
                refused.add(new BankTwin.Returned(payment, "AC04"));
            } else {
                String reference =
                        payment.endToEndId().substring(0, payment.endToEndId().length() - 1) + "2";
                strange.add(new BankTwin.Returned(
                        new BankTwin.Payment(reference, payment.cents(), payment.creditor()), "AC04"));
            }
        }
        take(town, BankTwin.returned(order, strange));
        take(town, BankTwin.paid(order));
        take(
                town,
                BankTwin.returned(
                        order, Stream.concat(refused.stream(), strange.stream()).toList()));
        List<String> came =
                refused.stream().map(one -> one.payment().endToEndId()).toList();
        for (RunLine line : lines(town, run)) {
            LineState expected = came.contains(line.endToEndId()) ? LineState.REJECTED : LineState.PAID;
            assertThat(line.state()).as("seed %d, %s", seed, line.endToEndId()).isEqualTo(expected);
        }
        long back = refused.stream().mapToLong(one -> one.payment().cents()).sum();
        assertThat(town.at(AccountKind.PAID)).isEqualTo(run.totalCents() - back);
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() {
        Town town = town(1);
        assertThat(town.in(() -> answers.take("x.xml", "<x/>".getBytes(StandardCharsets.UTF_8), CAS)))
                .isEqualTo(new TakenAnswer.Outcome.Refused(BankAnswer.Why.OTHER_KIND));
        assertThat(town.in(() -> answers.newest(9))).isEmpty();
    }

    private Town town(int shops) {
        Town town = towns.with(shops, 2);
        for (int shop = 0; shop < shops; shop++) {
            town.spend(shop, 0, 10_00 + shop * 11);
        }
        return town;
    }

    private Run released(Town town) {
        Run run = ((Proposed.Waiting) town.in(() -> reimbursements.propose(town.campaign, ANA, "Ana"))).run();
        town.in(() -> reimbursements.approve(run.id(), BEA, "Bea"));
        assertThat(town.in(() -> releases.release(run.id(), CAS))).isInstanceOf(Act.Done.class);
        return run;
    }

    private BankTwin.Order order(Town town, Run run) {
        AtBank sent = town.in(answers::atBank).stream()
                .filter(one -> one.run().equals(run.id()))
                .findFirst()
                .orElseThrow();
        return new BankTwin.Order(
                sent.messageId(),
                sent.paymentId(),
                sent.debtorIban(),
                today(),
                lines(town, run).stream()
                        .map(line -> new BankTwin.Payment(line.endToEndId(), line.amountCents(), line.holder()))
                        .toList());
    }

    private List<RunLine> lines(Town town, Run run) {
        return town.in(() -> reimbursements.lines(run.id()));
    }

    private List<AnswerEffect> take(Town town, byte[] file) {
        var outcome = (TakenAnswer.Outcome.Read) town.in(() -> answers.take("file.xml", file, CAS));
        return town.in(() -> answers.effects(outcome.answer().id()));
    }

    private static void assertDoubt(List<AnswerEffect> effects, String why) {
        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.outcome()).isEqualTo(AnswerOutcome.DOUBTFUL);
            assertThat(effect.reason()).hasValue(why);
        });
    }

    private static byte[] text(byte[] file, String from, String to) {
        return new String(file, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private LocalDate today() {
        return Brussels.today(clock);
    }
}
