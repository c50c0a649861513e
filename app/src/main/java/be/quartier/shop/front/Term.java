package be.quartier.shop.front;

import java.util.List;

/**
 * One word looked for.
 *
 * @param word as it was typed, or as it is published
 * @param plain the same in small letters without accents
 * @param stems what stands for it among the words of products, in every language
 * @param held how many entries these have, counted up to a limit
 */
record Term(String word, String plain, List<String> stems, int held) {

    Term {
        stems = List.copyOf(stems);
    }

    /** Any of several words; there must be one. */
    static Term together(List<Term> terms) {
        return new Term(
                terms.getFirst().word(),
                terms.getFirst().plain(),
                terms.stream().flatMap(term -> term.stems().stream()).distinct().toList(),
                terms.stream().mapToInt(Term::held).sum());
    }
}
