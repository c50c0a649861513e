package be.quartier.demo.web;

import be.quartier.commune.Commune;
import be.quartier.messaging.MessageState;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.messaging.TwinBehaviour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message of a commune, as the demonstration shows it. */
public record Posted(Commune commune, OutgoingMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:)]");

    /** A piece of a message's text: plain, or a link. */
    public record Piece(String text, boolean link) {}

    /** Its page. */
    public String path() {
        return "/demo/outbox/" + commune.slug() + "/" + message.id();
    }

    /** Its recipient on one line. */
    public String to() {
        return message.recipient().replace("\n", ", ");
    }

    /** The colour of its state. */
    public String tone() {
        return switch (message.state()) {
            case SENT -> "plate";
            case CREATED, SENDING -> "grey";
            case FAILED_TEMPORARY, UNKNOWN -> "ochre";
            case FAILED_PERMANENT -> "brick";
        };
    }

    /** Its text cut where links begin and end. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(message.text());
        int from = 0;
        while (link.find()) {
            pieces.add(new Piece(message.text().substring(from, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            from = link.end();
        }
        pieces.add(new Piece(message.text().substring(from), false));
        return pieces;
    }

    /** The same for a script. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", message.id().toString());
        json.put("commune", commune.slug());
        json.put("channel", message.channel().code());
        json.put("to", message.recipient());
        json.put("language", message.language().code());
        json.put("subject", message.subject());
        json.put("text", message.text());
        json.put("html", message.html());
        json.put("state", message.state().code());
        json.put("attempts", message.attempts());
        json.put("createdAt", message.createdAt().toString());
        message.sentAt().ifPresent(at -> json.put("sentAt", at.toString()));
        message.reason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    /** The code of a behaviour in forms and keys. */
    public static String code(TwinBehaviour behaviour) {
        return behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text key of a state. */
    public static String key(MessageState state) {
        return "demo.outbox.state." + state.code();
    }
}
