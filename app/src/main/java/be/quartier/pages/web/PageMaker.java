package be.quartier.pages.web;

import be.quartier.commune.Commune;
import be.quartier.commune.DemoMode;
import be.quartier.commune.Visitor;
import be.quartier.pages.Asset;
import be.quartier.pages.Door;
import be.quartier.pages.Draft;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Page;
import be.quartier.pages.ProofDue;
import be.quartier.pages.ShopName;
import be.quartier.pages.Texts;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the page of a request and writes it. */
@Component
final class PageMaker {

    /** Somebody's own work comes before what everybody may do. */
    private static final Comparator<Door> OWN_FIRST = Comparator.comparing(
                    (Door door) -> !(door.who() instanceof Door.Who.Having))
            .thenComparingInt(Door::order)
            .thenComparing(Door::key);

    private final TemplateEngine templates;
    private final Texts texts;
    private final Asset asset;
    private final FlashCookie flashes;
    private final ObjectProvider<DemoMode> demo;
    private final ObjectProvider<Door> doors;
    private final ObjectProvider<ShopName> shops;

    PageMaker(
            TemplateEngine templates,
            Texts texts,
            Asset asset,
            FlashCookie flashes,
            ObjectProvider<DemoMode> demo,
            ObjectProvider<Door> doors,
            ObjectProvider<ShopName> shops) {
        this.templates = templates;
        this.texts = texts;
        this.asset = asset;
        this.flashes = flashes;
        this.demo = demo;
        this.doors = doors;
        this.shops = shops;
    }

    /** Renders a template into the answer; nothing is sent if rendering fails. */
    void write(
            String template,
            Map<String, Object> params,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Flash> flash = flashes.take(request, response);
        Optional<Draft> draft = Optional.empty();
        if (status == 200 && params.get("form") instanceof Form form && !form.refused()) {
            draft = Draft.of(request);
            draft.ifPresent(it -> form.fill(it.fields()));
        }
        if (draft.isPresent()) {
            flash = Optional.of(Flash.warning("pages.draft.back"));
        }
        Map<String, Object> all = new HashMap<>(params);
        all.put("page", page(request, flash));
        var output = new Utf8ByteOutput();
        templates.render(template + ".jte", all, output);
        draft.ifPresent(it -> it.shown().run());
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        if (response.getHeader("Cache-Control") == null) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.addHeader("Vary", "Cookie, Accept-Language");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** Leaves a message for the next page. */
    void leave(Flash flash, HttpServletRequest request, HttpServletResponse response) {
        flashes.leave(flash, request, response);
    }

    /** The texts, for answers that are not pages. */
    Texts texts() {
        return texts;
    }

    /** Whether the installation is a demo. */
    boolean demo() {
        DemoMode mode = demo.getIfAvailable();
        return mode != null && mode.on();
    }

    private Page page(HttpServletRequest request, Optional<Flash> flash) {
        Visitor visitor = RequestFacts.visitor(request);
        Optional<Commune> commune = RequestFacts.commune(request);
        boolean region = commune.filter(it -> it.kind() == Commune.Kind.REGION).isPresent();
        List<Door> visible = commune.isEmpty()
                ? List.of()
                : doors.stream()
                        .filter(door -> door.isFor(visitor) && !(region && door.who() instanceof Door.Who.Everyone))
                        .sorted(OWN_FIRST)
                        .toList();
        return new Page(new Page.Surroundings(
                commune,
                visitor,
                RequestFacts.language(request),
                RequestFacts.path(request),
                RequestFacts.returnPath(request),
                csrf(request),
                flash,
                demo(),
                visible,
                ProofDue.of(request),
                commune.flatMap(here -> shop(visitor)),
                texts,
                asset));
    }

    private Optional<String> shop(Visitor visitor) {
        ShopName names = shops.getIfAvailable();
        return names == null || visitor.shops().size() < 2
                ? Optional.empty()
                : visitor.merchant().flatMap(names::of);
    }

    private static Optional<Page.Csrf> csrf(HttpServletRequest request) {
        return request.getAttribute("_csrf") instanceof CsrfToken token
                ? Optional.of(new Page.Csrf(token.getParameterName(), token.getToken()))
                : Optional.empty();
    }
}
