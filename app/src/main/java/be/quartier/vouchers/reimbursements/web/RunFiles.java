package be.quartier.vouchers.reimbursements.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.money.Cents;
import be.quartier.pages.Formats;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import be.quartier.vouchers.reimbursements.ClaimItem;
import be.quartier.vouchers.reimbursements.Reimbursements;
import be.quartier.vouchers.reimbursements.Releases;
import be.quartier.vouchers.reimbursements.Run;
import be.quartier.vouchers.reimbursements.RunLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What leaves as a file: the payment file, the proposal for the mandate chain, and each shop's statement. */
@Controller
@RequestMapping("/{commune}/vouchers/reimbursements")
class RunFiles {

    private final Reimbursements reimbursements;
    private final Releases releases;
    private final Texts texts;
    private final Clock clock;

    RunFiles(Reimbursements reimbursements, Releases releases, Texts texts, Clock clock) {
        this.reimbursements = reimbursements;
        this.releases = releases;
        this.texts = texts;
        this.clock = clock;
    }

    /** For the bank; only once the run is released. */
    @GetMapping("/runs/{id}/pain.001.xml")
    @Allows({Role.FINANCE, Role.APPROVER})
    ResponseEntity<byte[]> bank(@PathVariable UUID id, Visitor visitor) {
        byte[] file = releases.file(id, visitor.id())
                .orElseThrow(() -> Problem.notFound().raised());
        return file(MediaType.APPLICATION_XML, "pain001-" + number(id) + ".xml", file);
    }

    @GetMapping("/runs/{id}/proposal.csv")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> list(@PathVariable UUID id) {
        var csv =
                new StringBuilder("merchant;holder;iban;purchases;oldest_day;amount;reference;communication;state\r\n");
        for (RunLine line : reimbursements.lines(id)) {
            csv.append(Csv.row(
                    line.merchantName(),
                    line.holder(),
                    line.iban().value(),
                    Integer.toString(line.purchases()),
                    line.oldest().toString(),
                    Cents.of(line.amountCents()).plain(),
                    line.endToEndId(),
                    line.ogm().formatted(),
                    line.state().code()));
        }
        return csv("proposal-" + number(id) + ".csv", csv);
    }

    @GetMapping("/runs/{id}/proposal.pdf")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> proposal(@PathVariable UUID id, Commune commune, Language language) {
        Run run = reimbursements.find(id).orElseThrow(() -> Problem.notFound().raised());
        byte[] pdf = new ProposalPaper(texts).print(run, reimbursements.lines(id), commune, language);
        return file(MediaType.APPLICATION_PDF, "proposal-" + run.number() + ".pdf", pdf);
    }

    @GetMapping("/statements/{line}.csv")
    @Allows({Role.MERCHANT, Role.FINANCE, Role.AUDITOR})
    ResponseEntity<byte[]> purchases(@PathVariable UUID line, Visitor visitor) {
        RunLine own = own(line, visitor);
        var csv = new StringBuilder("at;day;kind;amount;entry\r\n");
        for (ClaimItem item : reimbursements.items(own.id())) {
            csv.append(Csv.row(
                    item.at().toString(),
                    item.day().toString(),
                    item.kind(),
                    Cents.of(item.amountCents()).plain(),
                    item.transfer().toString()));
        }
        return csv("statement-" + own.ogm().digits() + ".csv", csv);
    }

    @GetMapping("/statements/{line}.pdf")
    @Allows({Role.MERCHANT, Role.FINANCE, Role.AUDITOR})
    ResponseEntity<byte[]> statement(@PathVariable UUID line, Visitor visitor, Commune commune, Language language) {
        RunLine own = own(line, visitor);
        Formats formats = Formats.of(language);
        var out = new ByteArrayOutputStream();
        String title = texts.text(language, "reimbursements.statement.title", own.merchantName());
        var report =
                new Report(out, texts, new Report.Heading(commune.name(language), title, language, clock.instant()));
        report.facts(List.of(
                new Report.Fact(texts.text(language, "reimbursements.amount"), formats.euros(own.amountCents())),
                new Report.Fact(
                        texts.text(language, "reimbursements.account"),
                        own.iban().formatted()),
                new Report.Fact(
                        texts.text(language, "reimbursements.communication"),
                        own.ogm().formatted()),
                new Report.Fact(texts.text(language, "reimbursements.reference"), own.endToEndId())));
        report.table(
                List.of(
                        new Report.Column(texts.text(language, "reimbursements.when"), 3, false),
                        new Report.Column(texts.text(language, "reimbursements.what"), 2, false),
                        new Report.Column(texts.text(language, "reimbursements.amount"), 2, true)),
                reimbursements.items(own.id()).stream()
                        .map(item -> List.of(
                                formats.dateTime(item.at()),
                                texts.text(language, "reimbursements.kind." + item.kind()),
                                formats.euros(item.amountCents())))
                        .toList(),
                List.of(texts.text(language, "reimbursements.total"), "", formats.euros(own.amountCents())));
        report.note(texts.text(language, "reimbursements.statement.note"));
        report.finish();
        return file(MediaType.APPLICATION_PDF, "statement-" + own.ogm().digits() + ".pdf", out.toByteArray());
    }

    /** A shop reads its own statements only; another's is not found. */
    private RunLine own(UUID line, Visitor visitor) {
        return reimbursements
                .line(line)
                .filter(found -> visitor.is(Role.FINANCE, Role.AUDITOR)
                        || visitor.merchant().filter(found.merchant()::equals).isPresent())
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private int number(UUID run) {
        return reimbursements
                .find(run)
                .orElseThrow(() -> Problem.notFound().raised())
                .number();
    }

    private static ResponseEntity<byte[]> csv(String name, StringBuilder csv) {
        byte[] bytes = ("\ufeff" + csv).getBytes(StandardCharsets.UTF_8);
        return file(new MediaType("text", "csv", StandardCharsets.UTF_8), name, bytes);
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
