package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.random.RandomGenerator;

/** In which languages the households of a commune want to be written to, in percent. */
record Readers(int french, int dutch, int german) {

    Readers {
        if (french + dutch + german != 100) {
            throw new IllegalArgumentException("The shares of the languages must make 100.");
        }
    }

    static Readers of(Sheet.Row town) {
        return new Readers(town.number("fr"), town.number("nl"), town.number("de"));
    }

    Language draw(RandomGenerator random) {
        int ticket = random.nextInt(100);
        if (ticket < french) {
            return Language.FR;
        }
        return ticket < french + dutch ? Language.NL : Language.DE;
    }
}
