package be.quartier.vouchers.letters;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Checks batches in the background, some letters in each transaction: a killed application goes on where it was. */
@Component
class LetterRounds extends CommuneRound {

    private final LetterPress press;

    LetterRounds(LetterPress press) {
        super("letters", Duration.ofSeconds(2));
        this.press = press;
    }

    @Override
    protected boolean turn(Commune commune) {
        return press.check();
    }
}
