package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuartierTest
class MerchantsTests {

    private static final Optional<UUID> OFFICER = Optional.of(new UUID(1, 1));

    @Autowired
    private Merchants merchants;

    @Autowired
    private BankAccounts accounts;

    @Autowired
    private Trades trades;

    @Autowired
    private TestCommunes communes;

    private CommuneId here = new CommuneId(1);

    @BeforeEach
    void freshCommune() {
        here = communes.fresh().id();
    }

    @Test
    void anApplicationWaitsUntilTheCommuneAccepts() {
        Tenancy.run(here, () -> {
            UUID id = apply(1);
            assertThat(merchants.accepted()).isEmpty();
            assertThat(accounts.current(id)).isEmpty();
            assertThat(merchants.accept(id, OFFICER)).isInstanceOf(Decided.Done.class);
            Merchant merchant = merchants.accepted().getFirst();
            assertThat(merchant.id()).isEqualTo(id);
            assertThat(merchant.establishments().getFirst().hours().spans()).hasSize(2);
            assertThat(merchant.establishments().getFirst().place())
                    .isEqualTo(Shops.numbered(1).place());
            assertThat(accounts.current(id).orElseThrow().iban()).isEqualTo(Shops.iban(1));
        });
    }

    @Test
    void anEnterpriseAppliesOnceUnlessItWasRefused() {
        Tenancy.run(here, () -> {
            UUID first = apply(1);
            assertThat(merchants.apply(Shops.numbered(1), Optional.empty()))
                    .isEqualTo(new Applied.AlreadyKnown(first, MerchantState.APPLIED));
            assertThat(merchants.refuse(first, OFFICER, "no shop at this address"))
                    .isInstanceOf(Decided.Done.class);
            assertThat(merchants.find(first).orElseThrow().reason()).contains("no shop at this address");
            assertThat(merchants.apply(Shops.numbered(1), Optional.empty())).isInstanceOf(Applied.Waiting.class);
        });
    }

    @Test
    void anotherCommuneSeesNothingOfIt() {
        UUID id = Tenancy.in(here, () -> apply(1));
        CommuneId there = communes.fresh().id();
        Tenancy.run(there, () -> {
            assertThat(merchants.find(id)).isEmpty();
            assertThat(merchants.accept(id, OFFICER)).isInstanceOf(Decided.Unknown.class);
            assertThat(merchants.apply(Shops.numbered(1), Optional.empty())).isInstanceOf(Applied.Waiting.class);
        });
    }

    @Test
    void aDecisionIsTakenOnce() {
        Tenancy.run(here, () -> {
            UUID id = apply(1);
            merchants.refuse(id, OFFICER, "reason");
            assertThat(merchants.accept(id, OFFICER)).isEqualTo(new Decided.NotPossible(MerchantState.REFUSED));
            UUID other = apply(2);
            merchants.accept(other, OFFICER);
            merchants.suspend(other, OFFICER, "complaints");
            assertThat(merchants.accepted()).isEmpty();
            assertThat(merchants.accept(other, OFFICER)).isInstanceOf(Decided.Done.class);
        });
    }

    @Test
    void anOldContractOrAnUnknownTradeIsSaid() {
        Tenancy.run(here, () -> {
            assertThat(merchants.apply(Shops.of(1, "Zoo", "zoo"), Optional.empty()))
                    .isEqualTo(new Applied.UnknownTrade("zoo"));
            assertThat(trades.all()).hasSize(Trades.standard().size()).isEqualTo(Trades.standard());
        });
    }

    @Test
    void fiftyIdenticalApplicationsMakeOneMerchant() throws Exception {
        List<Applied> answers = inParallel(
                50,
                () -> Tenancy.in(here, () -> {
                    return merchants.apply(Shops.numbered(1), Optional.empty());
                }));
        assertThat(answers).filteredOn(Applied.Waiting.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Applied.AlreadyKnown.class::isInstance).hasSize(49);
    }

    static <T> List<T> inParallel(int count, Callable<T> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running =
                    IntStream.range(0, count).mapToObj(i -> threads.submit(act)).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private UUID apply(int number) {
        Applied applied = merchants.apply(Shops.numbered(number), Optional.empty());
        assertThat(applied).isInstanceOf(Applied.Waiting.class);
        return ((Applied.Waiting) applied).merchant();
    }
}
