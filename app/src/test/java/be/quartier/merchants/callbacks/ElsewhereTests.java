package be.quartier.merchants.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Application;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.people.Accounts;
import be.quartier.people.EmailAddress;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One enterprise and one sign-in in two communes, each with rows of its own. */
@QuartierTest
class ElsewhereTests {

    private final CallBacks calls;
    private final Merchants merchants;
    private final Accounts accounts;
    private final Commune here;
    private final Commune there;

    @Autowired
    ElsewhereTests(CallBacks calls, Merchants merchants, Accounts accounts, TestCommunes communes) {
        this.calls = calls;
        this.merchants = merchants;
        this.accounts = accounts;
        this.here = communes.fresh();
        this.there = communes.fresh();
    }

    @Test
    void aMerchantOfOneCommuneIsConfirmedByAnotherAsTheSamePerson() {
        Application shop = Shops.numbered(71);
        EmailAddress address = EmailAddress.of(shop.contactMail()).orElseThrow();
        UUID person = Tenancy.in(here.id(), () -> {
            var applied = (Applied.Waiting) merchants.apply(shop, Optional.empty());
            merchants.accept(applied.merchant(), Optional.empty());
            return accounts.open(address, shop.contactName(), Language.FR);
        });
        UUID call = new UUID(9, 9);
        Tenancy.run(there.id(), () -> {
            assertThat(merchants.byBce(shop.bce())).isEmpty();
            var asked = new Preregistration(
                    shop.bce(),
                    shop.trade(),
                    shop.place(),
                    shop.contactName(),
                    "0470 12 34 56",
                    shop.contactMail(),
                    Language.FR,
                    Set.of(),
                    "Pains",
                    Set.of(Wish.SHOP),
                    "");
            assertThat(calls.ask(call, asked)).isInstanceOf(Asked.Kept.class);
            assertThat(calls.confirm(call, 1, "", new UUID(7, 7))).isInstanceOf(Called.TakesPart.class);
            assertThat(merchants.byBce(shop.bce()).orElseThrow().accepted()).isTrue();
            assertThat(accounts.find(person))
                    .as("the same person, a guest there")
                    .isPresent();
        });
        assertThat(Tenancy.in(here.id(), () -> calls.find(call))).isEmpty();
        assertThat(Tenancy.in(here.id(), merchants::accepted)).hasSize(1);
    }
}
