package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.paper.ShopSign;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The sign for the shop's window, as a sticker or a poster. */
@Controller
class SignPage {

    private final Merchants merchants;
    private final Texts texts;
    private final Clock clock;

    SignPage(Merchants merchants, Texts texts, Clock clock) {
        this.merchants = merchants;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/{commune}/merchant/sign.pdf")
    @Allows(Role.MERCHANT)
    ResponseEntity<byte[]> print(
            Visitor visitor, Commune commune, @RequestParam(defaultValue = "sticker") String size) {
        Merchant merchant = visitor.merchant()
                .flatMap(merchants::find)
                .filter(Merchant::accepted)
                .orElseThrow(() -> Problem.notFound().raised());
        String home =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        String url = (home + "/" + commune.slug() + "/shops").toUpperCase(Locale.ROOT);
        var content = new ShopSign.Content(
                commune.name(commune.languages().getFirst()), merchant.name(), commune.languages(), url);
        var out = new ByteArrayOutputStream();
        ShopSign.Size wanted = size.equals("poster") ? ShopSign.Size.POSTER : ShopSign.Size.STICKER;
        new ShopSign(texts).print(out, wanted, content, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"sign.pdf\"")
                .body(out.toByteArray());
    }
}
