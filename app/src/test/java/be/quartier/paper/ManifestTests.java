package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTests {

    @Test
    void itHasALineForEachLetterInOrderAndTotals() {
        var random = new Random(1);
        List<Letter> letters = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> Samples.letter(i, Language.FR, i * 2 - 1, random))
                .toList();
        List<Manifest.Line> lines = new ArrayList<>();
        new Letters(Pdfs.TEXTS)
                .print(
                        java.io.OutputStream.nullOutputStream(),
                        Pdfs.content(),
                        Pdfs.AT,
                        letters.iterator(),
                        printed -> lines.add(new Manifest.Line(
                                printed.sequence(),
                                "h" + printed.sequence(),
                                letters.get(printed.sequence() - 1).vouchers().size(),
                                printed.firstPage(),
                                printed.pages(),
                                Language.FR,
                                printed.sequence() == 2)));
        var csv = new StringBuilder();
        Manifest.write(csv, lines);

        assertThat(csv.toString().split("\r\n"))
                .containsExactly(
                        "sequence;household;vouchers;first_page;last_page;language;delivery",
                        "1;h1;1;1;2;fr;post",
                        "2;h2;3;3;6;fr;counter",
                        "3;h3;5;7;12;fr;post",
                        "total;3 letters;9;;12;;1 counter");
    }
}
