package be.quartier.vouchers.letters;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Settings;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.pages.Texts;
import be.quartier.paper.LetterContent;
import be.quartier.paper.PartnerShop;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the current commune says in its letters. Its settings {@code letters.office.<language>}, {@code letters.contact}
 * (lines apart by {@code |}), {@code letters.phone} and {@code letters.signature.<language>} replace the standard words.
 */
@Component
public class LetterWords {

    private final Communes communes;
    private final Settings settings;
    private final Campaigns campaigns;
    private final Merchants merchants;
    private final Trades trades;
    private final Texts texts;
    private final String host;

    LetterWords(
            Communes communes,
            Settings settings,
            Campaigns campaigns,
            Merchants merchants,
            Trades trades,
            Texts texts,
            Environment environment) {
        this.communes = communes;
        this.settings = settings;
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.trades = trades;
        this.texts = texts;
        this.host = PublicAddress.of(environment);
    }

    /** The content of a campaign's letters dated that day. */
    LetterContent of(UUID campaign, LocalDate date) {
        Commune commune = communes.get(Tenancy.required());
        Campaign terms = campaigns.find(campaign).orElseThrow();
        Map<Language, LetterContent.Words> words = Arrays.stream(Language.values())
                .collect(Collectors.toMap(Function.identity(), language -> words(commune, terms, language)));
        Map<Language, List<PartnerShop>> shops = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        language -> shops(terms.terms().spending().trades(), language)));
        return new LetterContent(date, words, shops, site(commune) + "/balance");
    }

    /** The shops that take vouchers of these trades (all when none is named), by name, in a language. */
    public List<PartnerShop> shops(List<String> accepted, Language language) {
        Map<String, Trade> known = trades.all().stream().collect(Collectors.toMap(Trade::code, Function.identity()));
        return merchants.accepted().stream()
                .filter(merchant -> accepted.isEmpty() || accepted.contains(merchant.trade()))
                .flatMap(merchant ->
                        merchant.establishments().stream().map(shop -> shop(merchant, shop, known, language)))
                .toList();
    }

    private static PartnerShop shop(
            Merchant merchant, Establishment shop, Map<String, Trade> trades, Language language) {
        Trade trade = trades.get(merchant.trade());
        var place = shop.place();
        String name = place.name().isBlank() ? merchant.name() : place.name();
        return new PartnerShop(
                name,
                trade == null ? "" : trade.name(language),
                place.street() + " " + place.number(),
                place.postcode() + " " + place.town(),
                "");
    }

    private LetterContent.Words words(Commune commune, Campaign campaign, Language language) {
        String office = setting("letters.office." + language.code(), texts.text(language, "letters.office"));
        String signature = setting("letters.signature." + language.code(), texts.text(language, "letters.signature"));
        List<String> contact = Stream.of(
                        setting("letters.contact", site(commune)).split("\\|", 4))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String letter = campaign.letter(language);
        String decision = campaign.terms().decision().reference();
        return new LetterContent.Words(
                commune.name(language),
                office,
                contact,
                setting("letters.phone", ""),
                letter.isBlank() ? List.of() : paragraphs(letter),
                List.of(signature),
                decision.isBlank()
                        ? ""
                        : texts.text(
                                language,
                                "letters.legal",
                                decision,
                                campaign.terms().regulation()));
    }

    private static List<String> paragraphs(String letter) {
        return Arrays.stream(letter.split("\\R+", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private String setting(String name, String standard) {
        return settings.get(name).filter(value -> !value.isBlank()).orElse(standard);
    }

    private String site(Commune commune) {
        return URI.create(host).getAuthority() + "/" + commune.slug();
    }
}
