package be.quartier.vouchers.signals.web;

import be.quartier.pages.Page;
import be.quartier.vouchers.signals.Signal;
import java.util.List;

/** A signal with the names of its shop and till; the till's is empty when there is none. */
public record NamedSignal(Signal signal, String merchant, String till) {

    /** Why it is in the queue, with its numbers. */
    public String reason(Page page) {
        List<Long> facts = signal.facts();
        String key = "signals.reason." + signal.kind().code();
        return switch (signal.kind()) {
            case WHOLE_BALANCES -> page.t(key, facts.get(0), page.euros(facts.get(1)), facts.get(2));
            case SERIAL_ORDER -> page.t(key, facts.get(0), facts.get(1), facts.get(2));
            case AFTER_HOURS -> page.t(key, facts.get(0), page.euros(facts.get(1)));
            case SHARED_DEVICE -> page.t(key, facts.get(0));
            case SHOP_HOUSEHOLD -> page.t(key, facts.get(0), page.euros(facts.get(1)), facts.get(2));
            case CODE_GUESSING -> page.t(key, facts.get(0), facts.get(1));
        };
    }
}
