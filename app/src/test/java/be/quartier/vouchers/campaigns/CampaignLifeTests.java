package be.quartier.vouchers.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.campaigns.ActDecision.Moved;
import be.quartier.vouchers.campaigns.ActDecision.Refused;
import be.quartier.vouchers.campaigns.CampaignAct.Cancel;
import be.quartier.vouchers.campaigns.CampaignAct.Close;
import be.quartier.vouchers.campaigns.CampaignAct.Extend;
import be.quartier.vouchers.campaigns.CampaignAct.Open;
import be.quartier.vouchers.campaigns.CampaignAct.SendBack;
import be.quartier.vouchers.campaigns.CampaignAct.Settle;
import be.quartier.vouchers.campaigns.CampaignAct.Submit;
import be.quartier.vouchers.campaigns.CampaignAct.TakeBack;
import be.quartier.vouchers.campaigns.CampaignAct.Vote;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a campaign: who may do what, when. */
class CampaignLifeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final Actor AMELIE = new Actor(new UUID(0, 1), true, false);
    private static final Actor BRUNO = new Actor(new UUID(0, 2), true, true);
    private static final Actor CHLOE = new Actor(new UUID(0, 3), false, true);
    private static final Actor NOBODY = new Actor(new UUID(0, 4), false, false);

    private static final Map<CampaignState, Set<CampaignState>> EDGES = Map.of(
            CampaignState.DRAFT, Set.of(CampaignState.VOTED, CampaignState.CANCELLED),
            CampaignState.VOTED, Set.of(CampaignState.DRAFT, CampaignState.SUBMITTED, CampaignState.CANCELLED),
            CampaignState.SUBMITTED, Set.of(CampaignState.VOTED, CampaignState.OPEN, CampaignState.CANCELLED),
            CampaignState.OPEN, Set.of(CampaignState.OPEN, CampaignState.CLOSED),
            CampaignState.CLOSED, Set.of(CampaignState.SETTLED),
            CampaignState.SETTLED, Set.of(),
            CampaignState.CANCELLED, Set.of());

    @Test
    void aCampaignGoesFromDraftToSettledThroughTwoPeople() {
        var campaign = CampaignProgress.drafted(AMELIE.person(), LAST_DAY);
        campaign = moved(campaign, new Vote("CC-2026-41", TODAY.minusDays(3)), AMELIE, TODAY);
        campaign = moved(campaign, new Submit(List.of()), AMELIE, TODAY);
        campaign = moved(campaign, new Open(), CHLOE, TODAY);
        campaign = moved(campaign, new Extend(LocalDate.of(2027, 3, 31), "CC-2026-77", 2027), CHLOE, TODAY);
        assertThat(campaign.lastDay()).isEqualTo(LocalDate.of(2027, 3, 31));
        campaign = moved(campaign, new Close(), AMELIE, LocalDate.of(2027, 4, 1));
        campaign = moved(campaign, new Settle(0), AMELIE, LocalDate.of(2027, 4, 20));
        assertThat(campaign.state()).isEqualTo(CampaignState.SETTLED);
        assertThat(campaign.openedBy()).contains(CHLOE.person());
    }

    @Test
    void neitherTheCreatorNorTheSubmitterOpens() {
        var created = CampaignProgress.drafted(BRUNO.person(), LAST_DAY);
        var voted = moved(created, new Vote("CC-1", TODAY), BRUNO, TODAY);
        var byAmelie = moved(voted, new Submit(List.of()), AMELIE, TODAY);
        assertThat(refusal(byAmelie, new Open(), BRUNO, TODAY)).isEqualTo(Refusal.SAME_PERSON);

        var other = moved(CampaignProgress.drafted(AMELIE.person(), LAST_DAY), new Vote("CC-1", TODAY), AMELIE, TODAY);
        var byBruno = moved(other, new Submit(List.of()), BRUNO, TODAY);
        assertThat(refusal(byBruno, new Open(), BRUNO, TODAY)).isEqualTo(Refusal.SAME_PERSON);
        assertThat(refusal(byBruno, new Open(), AMELIE, TODAY)).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(moved(byBruno, new Open(), CHLOE, TODAY).state()).isEqualTo(CampaignState.OPEN);
    }

    @Test
    void aSubmissionNamesWhatIsMissing() {
        var voted = moved(CampaignProgress.drafted(AMELIE.person(), LAST_DAY), new Vote("CC-1", TODAY), AMELIE, TODAY);
        var answer = CampaignLife.decide(voted, new Submit(List.of("regulation")), AMELIE, TODAY);
        assertThat(answer).isEqualTo(new Refused(Refusal.INCOMPLETE, List.of("regulation")));
    }

    @Test
    void aVoteInTheFutureAndAnExtensionBackwardsAreRefused() {
        var draft = CampaignProgress.drafted(AMELIE.person(), LAST_DAY);
        assertThat(refusal(draft, new Vote("CC-1", TODAY.plusDays(1)), AMELIE, TODAY))
                .isEqualTo(Refusal.VOTE_IN_FUTURE);
        assertThat(refusal(draft, new Vote(" ", TODAY), AMELIE, TODAY)).isEqualTo(Refusal.REASON_MISSING);
        var open = opened();
        assertThat(refusal(open, new Extend(LAST_DAY, "CC-2", 2026), CHLOE, TODAY))
                .isEqualTo(Refusal.NOT_LATER);
        assertThat(refusal(open, new Extend(LAST_DAY.plusYears(3), "CC-2", 2029), CHLOE, TODAY))
                .isEqualTo(Refusal.TOO_FAR);
        assertThat(refusal(open, new Close(), AMELIE, LAST_DAY)).isEqualTo(Refusal.NOT_OVER);
        assertThat(refusal(open, new Cancel("too late"), AMELIE, TODAY)).isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void merchantsArePaidBeforeTheAccountsAreFinal() {
        var closed = moved(opened(), new Close(), AMELIE, LAST_DAY.plusDays(1));
        assertThat(refusal(closed, new Settle(1), AMELIE, LAST_DAY.plusDays(2))).isEqualTo(Refusal.UNPAID);
    }

    @Test
    void noWalkOfActsEverBreaksFourEyesOrLeavesTheGraph() {
        for (long seed = 1; seed <= 20_000; seed++) {
            walk(seed);
        }
    }

    private static void walk(long seed) {
        var random = new Random(seed);
        var people = List.of(AMELIE, BRUNO, CHLOE, NOBODY);
        var today = TODAY;
        var campaign = CampaignProgress.drafted(people.get(random.nextInt(2)).person(), LAST_DAY);
        for (int step = 0; step < 25; step++) {
            var actor = people.get(random.nextInt(people.size()));
            today = today.plusDays(random.nextInt(20));
            if (CampaignLife.decide(campaign, randomAct(random, today), actor, today)
                    instanceof Moved(CampaignProgress next)) {
                var before = campaign;
                assertThat(EDGES.get(before.state())).as("seed %d", seed).contains(next.state());
                assertThat(actor).as("seed %d", seed).isNotEqualTo(NOBODY);
                assertThat(next.lastDay()).as("seed %d", seed).isAfterOrEqualTo(before.lastDay());
                if (next.state() == CampaignState.OPEN && before.state() == CampaignState.SUBMITTED) {
                    assertThat(actor.approves()).as("seed %d", seed).isTrue();
                    assertThat(Optional.of(actor.person()))
                            .as("seed %d", seed)
                            .isNotEqualTo(Optional.of(before.createdBy()))
                            .isNotEqualTo(before.submittedBy());
                }
                campaign = next;
            }
        }
    }

    private static CampaignAct randomAct(Random random, LocalDate today) {
        return switch (random.nextInt(9)) {
            case 0 -> new Vote("CC-9", today);
            case 1 -> new TakeBack();
            case 2 -> new Submit(random.nextInt(4) == 0 ? List.of("budget") : List.of());
            case 3 -> new SendBack("why");
            case 4 -> new Open();
            case 5 -> new Extend(today.plusDays(random.nextInt(400)), "CC-10", today.getYear());
            case 6 -> new Close();
            case 7 -> new Settle(random.nextInt(2));
            default -> new Cancel(random.nextInt(6) == 0 ? "given up" : "");
        };
    }

    private static CampaignProgress opened() {
        var voted = moved(CampaignProgress.drafted(AMELIE.person(), LAST_DAY), new Vote("CC-1", TODAY), AMELIE, TODAY);
        return moved(moved(voted, new Submit(List.of()), AMELIE, TODAY), new Open(), CHLOE, TODAY);
    }

    private static CampaignProgress moved(CampaignProgress from, CampaignAct act, Actor actor, LocalDate day) {
        var decision = CampaignLife.decide(from, act, actor, day);
        assertThat(decision).isInstanceOf(Moved.class);
        return ((Moved) decision).progress();
    }

    private static Refusal refusal(CampaignProgress from, CampaignAct act, Actor actor, LocalDate day) {
        var decision = CampaignLife.decide(from, act, actor, day);
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).refusal();
    }
}
