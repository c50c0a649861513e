package be.quartier.vouchers.letters.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Problem;
import be.quartier.paper.Manifest;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.letters.LetterBatch;
import be.quartier.vouchers.letters.LetterBatches;
import be.quartier.vouchers.letters.LetterPress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The file and the manifest of a batch. Each taking of the file is in the audit trail before its first byte leaves. */
@Controller
@RequestMapping("/{commune}/vouchers/campaigns/{campaign}/letters/{batch}")
class LetterFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private final LetterBatches batches;
    private final LetterPress press;
    private final AuditTrail audit;

    LetterFiles(LetterBatches batches, LetterPress press, AuditTrail audit) {
        this.batches = batches;
        this.press = press;
        this.audit = audit;
    }

    @GetMapping("/letters.pdf")
    @Allows({Role.ECONOMY, Role.FINANCE})
    void letters(Visitor visitor, @PathVariable UUID campaign, @PathVariable UUID batch, HttpServletResponse response)
            throws IOException {
        LetterBatch found = found(campaign, batch);
        if (!found.ready()) {
            throw Problem.of(409, "letters-not-ready", "letters.not-ready").raised();
        }
        audit.record(
                Actor.of(visitor),
                "letters.file-taken",
                "letter-batch:" + batch,
                Map.of("letters", Integer.toString(found.letters())));
        response.setContentType("application/pdf");
        headers(response, "letters-" + batch + ".pdf");
        var out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        press.print(found, out);
        out.flush();
    }

    @GetMapping("/manifest.csv")
    @Allows({Role.ECONOMY, Role.FINANCE})
    void manifest(@PathVariable UUID campaign, @PathVariable UUID batch, HttpServletResponse response)
            throws IOException {
        found(campaign, batch);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        headers(response, "manifest-" + batch + ".csv");
        Manifest.write(response.getWriter(), batches.manifest(batch));
    }

    private LetterBatch found(UUID campaign, UUID batch) {
        return batches.find(batch)
                .filter(known -> known.campaign().equals(campaign))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static void headers(HttpServletResponse response, String name) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
