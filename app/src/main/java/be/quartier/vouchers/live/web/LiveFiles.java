package be.quartier.vouchers.live.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.ledger.Reason;
import be.quartier.money.Cents;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.paper.CsvText;
import be.quartier.vouchers.Receipt;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.live.Dimension;
import be.quartier.vouchers.live.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The dashboard's tables and entries as files. */
@Controller
@RequestMapping("/{commune}/vouchers/live/{id}")
class LiveFiles {

    private static final int ENTRIES_MAX = 100_000;

    private final Campaigns campaigns;
    private final Live live;
    private final LiveEntries entries;
    private final Labels labels;
    private final Texts texts;
    private final Clock clock;

    LiveFiles(Campaigns campaigns, Live live, LiveEntries entries, Labels labels, Texts texts, Clock clock) {
        this.campaigns = campaigns;
        this.live = live;
        this.entries = entries;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/by/{dimension}.csv")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> table(@PathVariable UUID id, @PathVariable String dimension, Language language) {
        var by = Dimension.of(dimension).orElseThrow(() -> Problem.notFound().raised());
        var view = live.look(found(id));
        var names = labels.names();
        var csv = new CsvText(List.of(
                texts.text(language, "live.by." + by.code()),
                texts.text(language, "live.column.spent"),
                texts.text(language, "live.column.purchases"),
                texts.text(language, "live.column.issued")));
        for (var cell : view.by(by)) {
            var label = names.of(by, cell.key().at().get(by.place())).in(texts, language);
            var few = texts.text(language, "live.few.short");
            boolean shown = view.shown(cell.key());
            csv.row(
                    label,
                    shown ? Cents.of(cell.spentCents()) : few,
                    shown ? cell.purchases() : few,
                    view.shownIssued(cell.key()) ? cell.issued() : few);
        }
        return file(csv, by.code() + ".csv");
    }

    @GetMapping("/entries.csv")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> entries(@PathVariable UUID id, Language language) {
        var campaign = found(id);
        var csv = new CsvText(List.of(
                texts.text(language, "live.column.receipt"),
                texts.text(language, "live.column.day"),
                texts.text(language, "live.column.time"),
                texts.text(language, "live.column.amount")));
        for (var move :
                entries.all(campaign.id(), Instant.EPOCH, clock.instant().plusSeconds(1), ENTRIES_MAX)) {
            long cents = move.reason() == Reason.SPEND ? move.amountCents() : -move.amountCents();
            csv.row(
                    Receipt.number(move.id()),
                    Brussels.dateOf(move.at()),
                    move.at().atZone(Brussels.ZONE).toLocalTime().withNano(0),
                    Cents.of(cents));
        }
        return file(csv, "entries.csv");
    }

    private static ResponseEntity<byte[]> file(CsvText csv, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .body(csv.bytes());
    }

    private Campaign found(UUID id) {
        return campaigns
                .find(id)
                .filter(LivePages::hasFigures)
                .orElseThrow(() -> Problem.notFound().raised());
    }
}
