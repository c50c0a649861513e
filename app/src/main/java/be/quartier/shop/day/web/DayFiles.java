package be.quartier.shop.day.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.shop.day.Period;
import be.quartier.shop.day.PickList;
import be.quartier.shop.day.Statement;
import be.quartier.shop.orders.MerchantBook;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.slots.Slots;
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

/** What of a merchant's day leaves as a file. */
@Controller
@RequestMapping("/{commune}/merchant/orders")
class DayFiles {

    private final MerchantBook book;
    private final Merchants merchants;
    private final Slots slots;
    private final Texts texts;
    private final Clock clock;

    DayFiles(MerchantBook book, Merchants merchants, Slots slots, Texts texts, Clock clock) {
        this.book = book;
        this.merchants = merchants;
        this.slots = slots;
        this.texts = texts;
        this.clock = clock;
    }

    /** For the wall of the workshop: a page of A4 with room to tick. */
    @GetMapping("/pick-list.pdf")
    @Allows(Role.MERCHANT)
    ResponseEntity<byte[]> pickList(Visitor visitor, Commune commune, Language language) {
        Merchant merchant = merchant(visitor);
        List<MerchantOrder> parts = book.toPrepare(merchant.id());
        byte[] pdf = new PickPaper(texts, language)
                .print(
                        commune.name(language),
                        merchant.name(),
                        PickList.of(parts, DayPages.slots(slots, parts)),
                        DayPages.names(book, parts),
                        clock.instant());
        return file(MediaType.APPLICATION_PDF, "pick-list-" + Brussels.today(clock) + ".pdf", pdf);
    }

    @GetMapping("/statements/{period}.csv")
    @Allows(Role.MERCHANT)
    ResponseEntity<byte[]> table(@PathVariable String period, Visitor visitor, Language language) {
        Statement statement = statement(period, visitor);
        byte[] csv = new StatementPaper(texts, language).csv(statement);
        return file(
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                "statement-" + statement.period().name() + ".csv",
                csv);
    }

    @GetMapping("/statements/{period}.pdf")
    @Allows(Role.MERCHANT)
    ResponseEntity<byte[]> paper(@PathVariable String period, Visitor visitor, Commune commune, Language language) {
        Statement statement = statement(period, visitor);
        byte[] pdf = new StatementPaper(texts, language)
                .pdf(commune.name(language), merchant(visitor).name(), statement, clock.instant());
        return file(MediaType.APPLICATION_PDF, "statement-" + statement.period().name() + ".pdf", pdf);
    }

    private Statement statement(String name, Visitor visitor) {
        Period period = DayPages.period(name, clock);
        UUID merchant = DayPages.own(visitor);
        return Statement.of(period, book.ended(merchant, period.from(), period.until()));
    }

    private Merchant merchant(Visitor visitor) {
        return merchants
                .find(DayPages.own(visitor))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
