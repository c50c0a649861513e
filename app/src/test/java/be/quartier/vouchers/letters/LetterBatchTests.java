package be.quartier.vouchers.letters;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.paper.Manifest;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.letters.LetterBatch.State;
import be.quartier.vouchers.letters.LetterTown.Town;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Batches of letters from the registry's households to the file that goes to the printer. */
@QuartierTest
class LetterBatchTests {

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(60);

    @Autowired
    private LetterTown towns;

    @Autowired
    private LetterBatches batches;

    @Autowired
    private LetterPress press;

    @Autowired
    private Vouchers vouchers;

    @Test
    void everyHouseholdIsInTheFileOnceInPostalOrderWithAllItsChildren() throws Exception {
        Town town = towns.open();
        List<Voucher> far = town.household("nl", "Kerkstraat", "12", false, "Ans");
        List<Voucher> near = town.household("fr", "Avenue Basse", "9", false, "Noé", "Lina");
        town.household("de", "Avenue Basse", "10", true, "Max");

        LetterBatch batch = ready(town, begin(town).orElseThrow());
        List<String> pages = pages(town, batch);
        List<Manifest.Line> manifest = town.in(() -> batches.manifest(batch.id()));

        assertThat(batch.letters()).isEqualTo(3);
        assertThat(batch.vouchers()).isEqualTo(4);
        assertThat(pages).hasSize(batch.pages()).hasSize(8);
        assertThat(manifest).extracting(Manifest.Line::firstPage).containsExactly(1, 5, 7);
        assertThat(manifest).extracting(Manifest.Line::counter).containsExactly(false, true, false);
        assertThat(pages.get(0)).contains("Famille Durand2", "Avenue Basse 9", "9999 Bourg", "Noé D.");
        assertThat(pages.get(2)).contains("Lina D.", printed(town, near.get(1)));
        assertThat(pages.get(4)).contains("Familie Durand3", "Max D.").doesNotContain("Avenue Basse 10");
        assertThat(pages.get(6)).contains("Familie Durand1", "Kerkstraat 12", printed(town, far.getFirst()));
    }

    @Test
    void fiftyPeopleWhoBeginAtOnceMakeOneBatch() throws Exception {
        Town town = towns.open();
        town.household("fr", "Rue Haute", "1", false, "Eva");
        try (var threads = Executors.newFixedThreadPool(50)) {
            List<Callable<Optional<LetterBatch>>> presses = Stream.<Callable<Optional<LetterBatch>>>generate(
                            () -> () -> begin(town))
                    .limit(50)
                    .toList();
            int made = 0;
            for (var outcome : threads.invokeAll(presses)) {
                made += outcome.get().isPresent() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(town.in(() -> batches.of(town.campaign))).hasSize(1);
    }

    @Test
    void theFormSentTwiceGivesTheSameBatch() {
        Town town = towns.open();
        town.household("fr", "Rue Haute", "1", false, "Eva");
        UUID id = UUID.randomUUID();

        Optional<LetterBatch> first = town.in(() -> batches.begin(id, town.campaign, town.clerk));
        Optional<LetterBatch> second = town.in(() -> batches.begin(id, town.campaign, town.clerk));

        assertThat(first.map(LetterBatch::id))
                .isEqualTo(second.map(LetterBatch::id))
                .contains(id);
    }

    @Test
    void theNextBatchIsForNewcomersAlone() throws Exception {
        Town town = towns.open();
        town.household("fr", "Rue Haute", "1", false, "Eva");
        ready(town, begin(town).orElseThrow());
        assertThat(begin(town)).isEmpty();

        town.household("fr", "Rue Haute", "3", false, "Tom");
        LetterBatch next = ready(town, begin(town).orElseThrow());

        assertThat(next.letters()).isEqualTo(1);
        assertThat(pages(town, next).getFirst()).contains("Tom D.").doesNotContain("Eva");
    }

    @Test
    void aLostLetterIsMadeAgainWithNewCodesAndTheOldOnesAreDead() throws Exception {
        Town town = towns.open();
        Voucher voucher = town.household("fr", "Rue Haute", "1", false, "Eva").getFirst();
        ready(town, begin(town).orElseThrow());
        VoucherCode.Typed old = town.in(() -> vouchers.typed(voucher));

        LetterBatch again = ready(town, reprint(town, voucher, true).orElseThrow());

        assertThat(town.in(() -> vouchers.find(old))).isEmpty();
        Voucher fresh = town.in(() -> vouchers.find(voucher.id())).orElseThrow();
        assertThat(pages(town, again).getFirst()).contains(printed(town, fresh)).doesNotContain(old.printed());
        assertThat(begin(town)).as("nothing waits after the reprint").isEmpty();
    }

    @Test
    void aSpoiltSheetIsPrintedAgainWithTheSameCodes() throws Exception {
        Town town = towns.open();
        Voucher voucher = town.household("fr", "Rue Haute", "1", false, "Eva").getFirst();
        ready(town, begin(town).orElseThrow());

        LetterBatch again = ready(town, reprint(town, voucher, false).orElseThrow());

        assertThat(pages(town, again).getFirst()).contains(printed(town, voucher));
    }

    @Test
    void mailThatComesBackBlocksTheHouseholdsVouchers() {
        Town town = towns.open();
        Voucher voucher =
                town.household("fr", "Rue Haute", "1", false, "Eva", "Tom").getFirst();
        begin(town);

        int blocked = town.in(() ->
                batches.returned(town.campaign, town.householdOf(voucher), "revenu: inconnu à l'adresse", town.clerk));

        assertThat(blocked).isEqualTo(2);
        assertThat(town.in(() -> vouchers.find(voucher.id())).orElseThrow().state())
                .isEqualTo(Voucher.State.BLOCKED);
        assertThat(town.in(() -> batches.find(town.campaign, "tom")).getFirst().returnedAt())
                .isPresent();
    }

    @Test
    void anotherCommuneSeesNothingOfIt() {
        Town town = towns.open();
        town.household("fr", "Rue Haute", "1", false, "Eva");
        LetterBatch batch = begin(town).orElseThrow();

        assertThat(towns.open().in(() -> batches.find(batch.id()))).isEmpty();
    }

    private Optional<LetterBatch> begin(Town town) {
        return town.in(() -> batches.begin(UUID.randomUUID(), town.campaign, town.clerk));
    }

    private Optional<LetterBatch> reprint(Town town, Voucher voucher, boolean newCodes) {
        UUID household = town.householdOf(voucher);
        return town.in(
                () -> batches.reprint(UUID.randomUUID(), town.campaign, household, newCodes, "perdue", town.clerk));
    }

    private LetterBatch ready(Town town, LetterBatch batch) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_CHECK.toNanos();
        LetterBatch now = batch;
        while (now.state() == State.CHECKING && System.nanoTime() < end) {
            Thread.sleep(50);
            now = town.in(() -> batches.find(batch.id())).orElseThrow();
        }
        assertThat(now.state()).as(now.fault().orElse("")).isEqualTo(State.READY);
        return now;
    }

    private String printed(Town town, Voucher voucher) {
        return town.in(() -> vouchers.typed(voucher)).printed();
    }

    private List<String> pages(Town town, LetterBatch batch) throws IOException {
        var out = new ByteArrayOutputStream();
        int letters = town.in(() -> press.print(batch, out));
        assertThat(letters).isEqualTo(batch.letters());
        try (var document = Loader.loadPDF(out.toByteArray())) {
            List<String> pages = new java.util.ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }
}
