package be.quartier.pages.web;

import be.quartier.commune.Language;
import be.quartier.pages.Bar;
import be.quartier.pages.Choice;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the style page shows in its components: invented, but shaped like the real thing.
 *
 * @param today the day shown
 * @param trades things to choose
 * @param bars bars of a chart
 * @param line points of a line
 */
public record DesignSamples(LocalDate today, List<Choice> trades, List<Bar> bars, List<Bar> line) {

    private static final long[] DAYS = {310, 420, 380, 560, 740, 990, 610, 450, 530, 870, 950, 720};

    /** The samples in a language. */
    static DesignSamples of(Texts texts, Language language, LocalDate today) {
        Formats formats = Formats.of(language);
        String bakery = texts.text(language, "pages.design.form.trade.bakery");
        String books = texts.text(language, "pages.design.form.trade.books");
        return new DesignSamples(
                today,
                List.of(Choice.of("bakery", bakery), new Choice("books", books, formats.date(today))),
                List.of(
                        new Bar(bakery, 81_250, formats.euros(81_250)),
                        new Bar(books, 42_206, formats.euros(42_206)),
                        new Bar("–", 0, formats.euros(0))),
                IntStream.range(0, DAYS.length)
                        .mapToObj(i -> new Bar(
                                formats.shortDate(today.minusDays(DAYS.length - 1L - i)),
                                DAYS[i] * 100,
                                formats.euros(DAYS[i] * 100)))
                        .toList());
    }
}
