package be.quartier.merchants.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.merchants.callbacks.CallEvent;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.pages.Texts;
import be.quartier.people.Accounts;
import be.quartier.people.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What an officer reads out on the phone, in the shop's language; and who the officers are. */
@Component
class CallScript {

    private static final int SENTENCES = 6;

    private final Texts texts;
    private final Accounts accounts;

    CallScript(Texts texts, Accounts accounts) {
        this.texts = texts;
        this.accounts = accounts;
    }

    /** The sentences, in order. */
    List<String> of(Preregistration asked, Commune commune, Visitor officer) {
        Language theirs = asked.language();
        return IntStream.rangeClosed(1, SENTENCES)
                .mapToObj(number -> texts.text(
                        theirs,
                        "callback.script." + number,
                        asked.contact(),
                        commune.name(theirs),
                        asked.name(),
                        officer.name()))
                .toList();
    }

    /** The name of a colleague, or a dash for somebody who is no longer known. */
    String name(UUID person) {
        return accounts.find(person).map(Person::name).orElse("–");
    }

    /** The names of everybody who did something in a history. */
    Map<UUID, String> names(List<CallEvent> history) {
        return history.stream()
                .flatMap(event -> event.actor().stream())
                .distinct()
                .collect(Collectors.toMap(actor -> actor, this::name));
    }
}
