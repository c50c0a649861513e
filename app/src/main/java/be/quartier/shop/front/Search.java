package be.quartier.shop.front;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.shop.catalogue.Catalogue;
import be.quartier.shop.catalogue.Product;
import be.quartier.shop.catalogue.Season;
import java.time.Clock;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what is on sale in the commune of {@link Tenancy}: by its words in any of the four languages, with or without accents,
 * also when a letter is wrong; newest first among equals. What one page costs does not grow with the number of products.
 */
@Service
public class Search {

    /** Products of one page. */
    public static final int PAGE = 12;

    private static final int WORDS_MAX = 6;
    private static final int WORD_LENGTH_MAX = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private final SearchRows rows;
    private final Catalogue catalogue;
    private final Clock clock;

    Search(SearchRows rows, Catalogue catalogue, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A page of what fits every word, after a place; without words, everything. Only goods of these merchants. */
    @Transactional(readOnly = true)
    public Found find(String asked, Collection<UUID> merchants, Optional<Place> after) {
        CommuneId commune = Tenancy.required();
        Place from = after.orElse(Place.START);
        SearchRows.Goods goods = goods(merchants);
        List<String> words = words(asked);
        if (merchants.isEmpty()) {
            return new Found(List.of(), Optional.empty(), "");
        }
        List<Term> terms = words.isEmpty() ? List.of() : rows.terms(commune, words);
        if (terms.isEmpty()) {
            return page(rows.newest(goods, from.product(), PAGE + 1), "");
        }
        boolean guessed = false;
        List<Term> known = new ArrayList<>();
        for (Term term : terms) {
            Optional<Term> meant = term.held() > 0 ? Optional.of(term) : meant(commune, term);
            if (meant.isEmpty()) {
                return new Found(List.of(), Optional.empty(), "");
            }
            guessed |= term.held() == 0;
            known.add(meant.get());
        }
        known.sort(Comparator.comparingInt(Term::held));
        List<Place> places = rows.fitting(goods, known, from, PAGE + 1);
        String meant = guessed ? known.stream().map(Term::word).collect(Collectors.joining(" ")) : "";
        return page(places, meant);
    }

    /** A page of what is sold in these days only, after a place. Only goods of these merchants. */
    @Transactional(readOnly = true)
    public Found inSeason(Collection<UUID> merchants, Optional<Place> after) {
        return merchants.isEmpty()
                ? new Found(List.of(), Optional.empty(), "")
                : page(rows.seasonal(goods(merchants), after.orElse(Place.START).product(), PAGE + 1), "");
    }

    private SearchRows.Goods goods(Collection<UUID> merchants) {
        int day = Season.number(MonthDay.from(Brussels.today(clock)));
        return new SearchRows.Goods(Tenancy.required(), merchants.toArray(UUID[]::new), day);
    }

    /** The published words nearest to one that is nowhere: those that begin so, those one slip away, those that look like it. */
    private Optional<Term> meant(CommuneId commune, Term term) {
        List<String> near = rows.begun(commune, term.plain());
        if (near.isEmpty()) {
            near = rows.known(commune, Slips.of(term.plain()));
        }
        if (near.isEmpty()) {
            near = rows.similar(term.plain());
        }
        return near.isEmpty() ? Optional.empty() : Optional.of(Term.together(rows.terms(commune, near)));
    }

    private Found page(List<Place> places, String meant) {
        List<Place> shown = places.subList(0, Math.min(PAGE, places.size()));
        Map<UUID, Product> products = catalogue
                .many(shown.stream().map(Place::product).toList())
                .stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
        return new Found(
                shown.stream()
                        .map(place -> products.get(place.product()))
                        .filter(Objects::nonNull)
                        .toList(),
                places.size() > PAGE ? Optional.of(shown.getLast()) : Optional.empty(),
                meant);
    }

    private static List<String> words(String asked) {
        return WORD.matcher(asked)
                .results()
                .limit(WORDS_MAX)
                .map(found -> found.group()
                        .substring(0, Math.min(WORD_LENGTH_MAX, found.group().length())))
                .toList();
    }
}
