package be.quartier.shop.catalogue.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.catalogue.ImportRow;
import be.quartier.shop.catalogue.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A list of products from a spreadsheet: sent, looked at line by line, confirmed. */
@Controller
@RequestMapping("/{commune}/merchant/imports")
class ListPages {

    private static final String PAGE = "shop/catalogue/imports";

    private final Imports imports;

    ListPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View ask() {
        return View.of(PAGE, Map.of("form", Form.empty()));
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View send(
            Visitor visitor,
            Commune commune,
            Form form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        if (file == null || file.isEmpty() || file.getSize() > Imports.BYTES_MAX) {
            return View.refused(PAGE, Map.of("form", form.refuse("file", "catalogue.import.file")));
        }
        Optional<UUID> kept = imports.send(Merchant.of(visitor), bytes(file));
        return kept.map(id -> View.redirect("/" + commune.slug() + "/merchant/imports/" + id))
                .orElseGet(() -> View.refused(PAGE, Map.of("form", form.refuse("file", "catalogue.import.columns"))));
    }

    @GetMapping("/{id}")
    @Allows(Role.MERCHANT)
    View preview(@PathVariable UUID id, Visitor visitor) {
        List<ImportRow> rows = imports.preview(Merchant.of(visitor), id)
                .orElseThrow(() -> Problem.notFound().raised());
        return View.of("shop/catalogue/preview", Map.of("rows", rows, "id", id.toString(), "good", (int)
                rows.stream().filter(ImportRow::good).count()));
    }

    @PostMapping("/{id}")
    @Allows(Role.MERCHANT)
    View confirm(@PathVariable UUID id, Visitor visitor, Commune commune, Language language) {
        int taken = imports.confirm(Merchant.of(visitor), id, language, Actor.of(visitor));
        Flash flash = taken > 0
                ? Flash.done("catalogue.import.done", Integer.toString(taken))
                : Flash.warning("catalogue.import.before");
        return View.redirect("/" + commune.slug() + "/merchant/products", flash);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
