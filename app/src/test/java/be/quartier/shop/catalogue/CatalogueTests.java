package be.quartier.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant's products: entered, changed, counted, published, withdrawn, taken down. */
@QuartierTest
class CatalogueTests {

    @Autowired
    TestCommunes communes;

    @Autowired
    Goods goods;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Variants variants;

    @Autowired
    Moderation moderation;

    @Autowired
    AuditTrail audit;

    private Commune here;
    private UUID baker;

    @BeforeEach
    void aBaker() {
        here = communes.fresh();
        baker = Tenancy.in(here.id(), () -> goods.merchant(1, "La Mie", "bakery"));
    }

    @Test
    void whatIsPublishedHasAPicture() {
        Tenancy.run(here.id(), () -> {
            UUID bread = goods.draft(baker, "Pain", 320, OptionalLong.of(5));
            assertThat(catalogue.publish(baker, bread, Goods.BY)).isEqualTo(Outcome.NO_PHOTO);
            catalogue.picture(baker, bread, goods.picture(), Goods.BY);
            assertThat(catalogue.publish(baker, bread, Goods.BY)).isEqualTo(Outcome.DONE);
            Variant only = catalogue.find(bread).orElseThrow().variants().getFirst();
            assertThat(variants.end(baker, bread, only.id(), Goods.BY)).isEqualTo(Outcome.NO_VARIANT);
        });
    }

    @Test
    void aMerchantTouchesItsOwnProductsOnly() {
        Tenancy.run(here.id(), () -> {
            UUID other = goods.merchant(2, "Autre", "bakery");
            UUID bread = goods.sold(baker, "Pain", "", Language.FR);
            Product before = catalogue.find(bread).orElseThrow();
            Variant only = before.variants().getFirst();
            assertThat(catalogue.change(other, bread, ProductFacts.named("Volé", Language.FR, 60), Goods.BY))
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(catalogue.withdraw(other, bread, Goods.BY)).isEqualTo(Outcome.UNKNOWN);
            assertThat(catalogue.picture(other, bread, goods.picture(), Goods.BY))
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(variants.change(other, bread, only.id(), only.facts().at(1), Goods.BY))
                    .isEqualTo(Outcome.UNKNOWN);
            UUID stranger = goods.sold(other, "Tarte", "", Language.FR);
            assertThat(variants.change(other, stranger, only.id(), only.facts().at(1), Goods.BY))
                    .as("a variant of a product of somebody else")
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(catalogue.find(bread)).contains(before);
        });
    }

    @Test
    void fiftyTapsOnPublishArePublishedOnceAndWrittenOnce() throws Exception {
        UUID bread = Tenancy.in(here.id(), () -> goods.draft(baker, "Pain", 320, OptionalLong.empty()));
        Tenancy.run(here.id(), () -> catalogue.picture(baker, bread, goods.picture(), Goods.BY));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> taps = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                taps.add(() -> Tenancy.in(here.id(), () -> catalogue.publish(baker, bread, Goods.BY)));
            }
            for (Future<Outcome> tap : pool.invokeAll(taps)) {
                assertThat(tap.get()).isEqualTo(Outcome.DONE);
            }
        }
        assertThat(lines("catalogue.product-published")).hasSize(1);
        Tenancy.run(
                here.id(),
                () -> assertThat(moderation.waiting(new UUID(0, 0), 10)).hasSize(1));
    }

    @Test
    void theSameEntrySentTwiceIsOneProduct() {
        Tenancy.run(here.id(), () -> {
            UUID id = UUID.randomUUID();
            for (int i = 0; i < 2; i++) {
                assertThat(catalogue.enter(
                                baker,
                                id,
                                ProductFacts.named("Pain", Language.FR, 60),
                                VariantFacts.priced(Unit.KILOGRAM, 640),
                                OptionalLong.of(2_500),
                                Goods.BY))
                        .isEqualTo(Outcome.DONE);
            }
            Product product = catalogue.find(id).orElseThrow();
            assertThat(product.variants()).hasSize(1);
            assertThat(product.variants().getFirst().available()).hasValue(2_500);
        });
        assertThat(lines("catalogue.product-entered")).hasSize(1);
    }

    @Test
    void aCountKeepsWhatWasSoldInBetween() {
        Tenancy.run(here.id(), () -> {
            UUID bread = goods.sold(baker, "Pain", "", Language.FR);
            UUID variant =
                    catalogue.find(bread).orElseThrow().variants().getFirst().id();
            // The merchant saw 10 and counted 20; 3 were sold in between.
            assertThat(count(bread, variant, 10, 7)).isEqualTo(Outcome.DONE);
            assertThat(count(bread, variant, 10, 20)).isEqualTo(Outcome.DONE);
            assertThat(stock(bread)).hasValue(17);
            assertThat(count(bread, variant, 30, 2)).isEqualTo(Outcome.SOLD_MEANWHILE);
            assertThat(stock(bread)).hasValue(17);
            variants.count(baker, bread, variant, OptionalLong.of(17), OptionalLong.empty(), Goods.BY);
            assertThat(stock(bread)).as("made to order").isEmpty();
            variants.count(baker, bread, variant, OptionalLong.empty(), OptionalLong.of(4), Goods.BY);
            assertThat(stock(bread)).hasValue(4);
        });
    }

    @Test
    void twinsAreFoundWhateverTheirCapitals() {
        Tenancy.run(here.id(), () -> {
            UUID one = goods.draft(baker, "Pain Gris", 300, OptionalLong.empty());
            UUID two = goods.draft(baker, "pain gris", 310, OptionalLong.empty());
            assertThat(catalogue.named(baker, "PAIN GRIS", two)).containsExactly(one);
            assertThat(catalogue.named(baker, "Pain blanc", two)).isEmpty();
        });
    }

    @Test
    void aProductTakenDownStaysOutUntilItsMerchantChangesIt() {
        Tenancy.run(here.id(), () -> {
            UUID bread = goods.sold(baker, "Pain", "Bon", Language.FR);
            UUID seen = moderation.waiting(new UUID(0, 0), 10).getFirst().id();
            UUID staff = new UUID(5, 5);
            assertThat(moderation.see(seen, staff)).isTrue();
            assertThat(moderation.see(seen, staff)).isFalse();
            catalogue.change(baker, bread, ProductFacts.named("Pain miracle", Language.FR, 60), Goods.BY);
            ProductChange change = moderation.waiting(new UUID(0, 0), 10).getFirst();
            assertThat(change.before()).contains(new ProductChange.Said("Pain", "Bon"));
            assertThat(moderation.takeDown(change.id(), "Promesse de soin", staff))
                    .isTrue();
            assertThat(moderation.takeDown(change.id(), "Encore", staff)).isFalse();
            assertThat(catalogue.publish(baker, bread, Goods.BY)).isEqualTo(Outcome.HELD);
            catalogue.change(baker, bread, ProductFacts.named("Pain", Language.FR, 60), Goods.BY);
            assertThat(catalogue.publish(baker, bread, Goods.BY)).isEqualTo(Outcome.DONE);
            assertThat(moderation.waiting(new UUID(0, 0), 10)).hasSize(1);
        });
    }

    private Outcome count(UUID product, UUID variant, long seen, long counted) {
        return variants.count(baker, product, variant, OptionalLong.of(seen), OptionalLong.of(counted), Goods.BY);
    }

    private OptionalLong stock(UUID product) {
        return catalogue.find(product).orElseThrow().variants().getFirst().available();
    }

    private List<AuditLine> lines(String action) {
        var query = new AuditQuery(Optional.empty(), Optional.empty(), action, Optional.empty(), "", Optional.empty());
        return Tenancy.in(here.id(), () -> audit.read(query));
    }
}
