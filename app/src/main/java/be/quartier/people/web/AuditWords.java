package be.quartier.people.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.pages.Choice;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditPlaces;
import be.quartier.people.AuditPlaces.Thing;
import be.quartier.people.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says the lines of the audit trail in the reader's language: a sentence for each action, a name and a page for each thing. */
@Component
class AuditWords {

    private static final String ACT = "audit.act.";
    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Facts whose values are codes that another page already has words for. */
    private static final Map<String, String> CODES = Map.of(
            "from", "campaigns.state.",
            "to", "campaigns.state.",
            "role", "people.role.",
            "kind", "letters.kind.");

    private final Texts texts;
    private final Accounts accounts;
    private final List<AuditPlaces> places;

    AuditWords(Texts texts, Accounts accounts, List<AuditPlaces> places) {
        this.texts = texts;
        this.accounts = accounts;
        this.places = List.copyOf(places);
    }

    /** The lines as this reader reads them. */
    List<AuditRow> rows(List<AuditLine> lines, Commune commune, Visitor reader, Language language) {
        Map<String, String> names = new HashMap<>();
        Map<String, Thing> things = new HashMap<>();
        return lines.stream()
                .map(line -> {
                    String name = names.computeIfAbsent(
                            line.actor().kind() + line.actor().which(), any -> name(line.actor(), language));
                    Thing thing = things.computeIfAbsent(line.subject(), subject -> thing(subject, reader, language));
                    return new AuditRow(
                            line,
                            sentence(line.action(), name, language),
                            line.actor() instanceof Actor.Person ? line.actor().which() : "",
                            name,
                            thing.name(),
                            thing.path().map(path -> "/" + commune.slug() + path),
                            details(line, language));
                })
                .toList();
    }

    /** What an action says about somebody; the code itself when it has no words yet. */
    String sentence(String action, String who, Language language) {
        String key = ACT + action;
        return texts.has(language, key) ? texts.text(language, key, who) : who + ": " + action;
    }

    /** The actions there are, as choices of a filter. */
    List<Choice> actions(Language language) {
        String some = texts.text(language, "audit.who.some");
        return texts.keys(language).stream()
                .filter(key -> key.startsWith(ACT))
                .map(key -> Choice.of(key.substring(ACT.length()), texts.text(language, key, some)))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }

    /** What somebody is called. */
    String name(Actor actor, Language language) {
        return switch (actor) {
            case Actor.Person(UUID id) ->
                accounts.find(id).map(Person::name).orElseGet(() -> texts.text(language, "audit.who.unknown"));
            case Actor.Till till -> texts.text(language, "audit.who.till");
            case Actor.Job job -> texts.text(language, "audit.who.job");
            case Actor.Operator operator -> texts.text(language, "audit.who.operator");
        };
    }

    /** What the subject {@code kind:id} is called and where it is shown. */
    Thing thing(String subject, Visitor reader, Language language) {
        String kind = subject.substring(0, Math.max(0, subject.indexOf(':')));
        String id = subject.substring(subject.indexOf(':') + 1);
        Optional<Thing> known = id.matches(UUID_SHAPE)
                ? places.stream()
                        .flatMap(place -> place.thing(kind, UUID.fromString(id), reader, language).stream())
                        .findFirst()
                : Optional.empty();
        return known.orElseGet(() -> {
            String key = "audit.thing." + kind;
            String tail = id.substring(Math.max(0, id.length() - 6));
            return new Thing(texts.has(language, key) ? texts.text(language, key, tail) : subject, Optional.empty());
        });
    }

    private List<AuditRow.Detail> details(AuditLine line, Language language) {
        return line.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> {
                    String key = "audit.detail." + fact.getKey();
                    return new AuditRow.Detail(
                            texts.has(language, key) ? texts.text(language, key) : fact.getKey(),
                            value(fact.getKey(), fact.getValue(), language));
                })
                .toList();
    }

    private String value(String name, String value, Language language) {
        Formats formats = Formats.of(language);
        String code = CODES.getOrDefault(name, "audit.value.") + value;
        if (texts.has(language, code)) {
            return texts.text(language, code);
        }
        String step = "campaigns.step." + value + ".title";
        if (name.equals("step") && texts.has(language, step)) {
            return texts.text(language, step);
        }
        if (value.matches("-?[0-9]{1,17}")) {
            long number = Long.parseLong(value);
            return name.toLowerCase(java.util.Locale.ROOT).endsWith("cents")
                    ? formats.euros(number)
                    : formats.number(number);
        }
        return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? formats.shortDate(LocalDate.parse(value)) : value;
    }
}
