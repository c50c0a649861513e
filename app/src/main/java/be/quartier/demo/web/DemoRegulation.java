package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Language;
import be.quartier.demo.fill.DemoWorld;
import be.quartier.demo.region.Town;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An invented regulation to attach to a campaign: who tries one has none at hand, and a campaign cannot go on without. */
@Controller
class DemoRegulation {

    private static final int ARTICLES = 5;

    private final DemoWorld world;
    private final Texts texts;
    private final Clock clock;

    DemoRegulation(DemoWorld world, Texts texts, Clock clock) {
        this.world = world;
        this.texts = texts;
        this.clock = clock;
    }

    @Allows(everyone = true)
    @GetMapping("/demo/regulation/{slug}.pdf")
    ResponseEntity<byte[]> regulation(@PathVariable("slug") String slug, Language language) {
        Town town = world.town(slug)
                .orElseThrow(() -> Problem.of(404, "unknown-commune", "demo.problem.commune", slug)
                        .raised());
        var out = new ByteArrayOutputStream();
        String title = texts.text(language, "demo.sample-regulation.title");
        var report = new Report(out, texts, new Report.Heading(town.name(language), title, language, clock.instant()));
        report.paragraph(texts.text(language, "demo.sample-regulation.lead"));
        for (int article = 1; article <= ARTICLES; article++) {
            report.section(texts.text(language, "demo.sample-regulation.article." + article))
                    .paragraph(texts.text(language, "demo.sample-regulation.article." + article + ".text"));
        }
        report.finish();
        ContentDisposition file = ContentDisposition.attachment()
                .filename("reglement-" + slug + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(out.toByteArray());
    }
}
