package be.quartier.vouchers.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.campaigns.ActDecision.Moved;
import be.quartier.vouchers.campaigns.ActDecision.Refused;
import be.quartier.vouchers.campaigns.CampaignTerms.Money;
import be.quartier.vouchers.campaigns.EditOutcome.Edited;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns in the database: what is kept, what many ask at once, what the ledger gets. */
@QuartierTest
class CampaignsTests {

    private static final long BUDGET_CENTS = 55_000_000;

    @Autowired
    TestCommunes communes;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignBook book;

    @Autowired
    Clock clock;

    private final Actor writer = new Actor(UUID.randomUUID(), true, false);
    private final Actor signer = new Actor(UUID.randomUUID(), false, true);
    private Commune commune;
    private LocalDate today;

    @BeforeEach
    void begin() {
        commune = communes.fresh();
        today = Brussels.today(clock);
    }

    @Test
    void everythingWrittenIsReadBack() {
        var draft = in(() -> campaigns.create(UUID.randomUUID(), "Bons rentrée", writer.person()));
        var rules = List.<EligibilityRule>of(
                new AgeAutomatic(0, 18, today, "art. 2"), new AgeOnProof(19, 21, today, today.plusDays(30), "art. 3"));
        var changed = edit(
                draft,
                Step.CHILDREN,
                now -> new Campaign(
                        now.id(),
                        now.name(),
                        Map.of(Language.NL, new Campaign.Words("Schoolbonnen", "Beste ouders")),
                        now.progress(),
                        now.terms()
                                .entitling(rules)
                                .costing(new Money(BUDGET_CENTS, 2026, 10_000, 400))
                                .spokenIn(List.of(Language.NL, Language.FR)),
                        now.version()));
        var read = in(() -> campaigns.find(draft.id())).orElseThrow();
        assertThat(read).isEqualTo(changed);
        assertThat(read.terms().rules()).isEqualTo(rules);
        assertThat(read.title(Language.NL)).isEqualTo("Schoolbonnen");
        assertThat(read.title(Language.DE)).isEqualTo("Bons rentrée");
        assertThat(read.terms().missing()).doesNotContain("children").contains("money", "decision");
    }

    @Test
    void theNextCampaignIsPaidFromTheSameAccount() {
        var first = in(() -> campaigns.create(UUID.randomUUID(), "Bons", writer.person()));
        var account = new CampaignTerms.Reimbursement("Commune", "BE68539007547034", 250_000);
        edit(
                first,
                Step.REIMBURSEMENT,
                now -> new Campaign(
                        now.id(),
                        now.name(),
                        now.words(),
                        now.progress(),
                        now.terms().reimbursed(account),
                        now.version()));
        var next = in(() -> campaigns.create(UUID.randomUUID(), "Bons", writer.person()));
        assertThat(next.terms().reimbursement()).isEqualTo(account);
        assertThat(next.terms().done()).isEmpty();
    }

    @Test
    void anEditOnAnOlderVersionIsNotKept() {
        var draft = in(() -> campaigns.create(UUID.randomUUID(), "Bons", writer.person()));
        edit(draft, Step.MONEY, UnaryOperator.identity());
        var late = in(() ->
                campaigns.edit(draft.id(), draft.version(), Step.DATES, UnaryOperator.identity(), writer.person()));
        assertThat(late).isInstanceOf(EditOutcome.Stale.class);
        assertThat(in(() -> campaigns.find(draft.id())).orElseThrow().terms().done())
                .containsExactly(Step.MONEY);
    }

    @Test
    void fiftyIdenticalRequestsMakeOneCampaignAndOpenItOnce() throws Exception {
        var id = UUID.randomUUID();
        fifty(() -> in(() -> campaigns.create(id, "Bons", writer.person())));
        assertThat(in(campaigns::all)).hasSize(1);
        submitted(id);
        var answers = fifty(() -> in(() -> campaigns.act(id, new CampaignAct.Open(), signer)));
        assertThat(answers.stream().filter(Moved.class::isInstance)).hasSize(1);
        assertThat(in(() -> book.availableCents(id))).isEqualTo(BUDGET_CENTS);
        assertThat(in(() -> campaigns.history(id)).stream().map(ActLine::act))
                .containsExactly("opened", "submitted", "voted");
    }

    @Test
    void aRefusedActLeavesNoLineAndMovesNoMoney() {
        var id = UUID.randomUUID();
        in(() -> campaigns.create(id, "Bons", writer.person()));
        submitted(id);
        var twice = new Actor(writer.person(), true, true);
        var answer = in(() -> campaigns.act(id, new CampaignAct.Open(), twice));
        assertThat(answer).isEqualTo(new Refused(Refusal.SAME_PERSON, List.of()));
        assertThat(in(() -> book.availableCents(id))).isZero();
        assertThat(in(() -> campaigns.history(id))).hasSize(2);
    }

    @Test
    void anExtensionIsOneDecisionWithItsBudgetYear() {
        var id = UUID.randomUUID();
        in(() -> campaigns.create(id, "Bons", writer.person()));
        submitted(id);
        in(() -> campaigns.act(id, new CampaignAct.Open(), signer));
        var until = in(() -> campaigns.find(id)).orElseThrow().progress().lastDay();
        var year = until.getYear() + 1;
        in(() -> campaigns.act(id, new CampaignAct.Extend(until.plusMonths(3), "CC-77", year), signer));
        var extended = in(() -> campaigns.find(id)).orElseThrow();
        assertThat(extended.progress().lastDay()).isEqualTo(until.plusMonths(3));
        assertThat(extended.terms().money().budgetYear()).isEqualTo(year);
        assertThat(in(() -> campaigns.history(id)).getFirst().fromDay()).contains(until);
    }

    @Test
    void theTypedPyramidAndTheRegulationAreKept() {
        var draft = in(() -> campaigns.create(UUID.randomUUID(), "Bons", writer.person()));
        var pyramid = new AgePyramid(List.of(10, 20, 30));
        Tenancy.run(commune.id(), () -> campaigns.keepPyramid(draft.id(), pyramid));
        assertThat(in(() -> campaigns.pyramid(draft.id()))).contains(pyramid);
        var first = Regulation.of("règlement.pdf", "%PDF-1.7 one".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orElseThrow();
        Tenancy.run(commune.id(), () -> campaigns.attach(draft.id(), first, writer.person()));
        Tenancy.run(commune.id(), () -> campaigns.attach(draft.id(), first, writer.person()));
        assertThat(in(() -> campaigns.regulation(draft.id())).orElseThrow().fileName())
                .isEqualTo("règlement.pdf");
        assertThat(Regulation.of("x.pdf", new byte[] {'M', 'Z', 0, 0, 0, 0})).isEmpty();
    }

    /** Carries a draft to the point where a second person opens it. */
    private void submitted(UUID id) {
        for (var step : Step.values()) {
            var now = in(() -> campaigns.find(id)).orElseThrow();
            edit(
                    now,
                    step,
                    draft -> new Campaign(
                            draft.id(),
                            draft.name(),
                            draft.words(),
                            draft.progress(),
                            draft.terms().costing(new Money(BUDGET_CENTS, today.getYear(), 10_000, 500)),
                            draft.version()));
        }
        assertThat(in(() -> campaigns.act(id, new CampaignAct.Vote("CC-41", today), writer)))
                .isInstanceOf(Moved.class);
        assertThat(in(() -> campaigns.act(id, new CampaignAct.Submit(List.of()), writer)))
                .isInstanceOf(Moved.class);
    }

    private Campaign edit(Campaign now, Step step, UnaryOperator<Campaign> change) {
        var outcome = in(() -> campaigns.edit(now.id(), now.version(), step, change, writer.person()));
        assertThat(outcome).isInstanceOf(Edited.class);
        return ((Edited) outcome).campaign();
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }

    private static <T> List<T> fifty(Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = Stream.generate(() -> threads.submit(work)).limit(50).toList();
            return running.stream().map(CampaignsTests::outcome).toList();
        }
    }

    private static <T> T outcome(java.util.concurrent.Future<T> running) {
        try {
            return running.get();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
