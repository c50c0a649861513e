package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Channel;
import be.quartier.messaging.MailServer;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.messaging.TwinBehaviour;
import be.quartier.messaging.delivery.Unsubscribing;
import be.quartier.pages.Flash;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every message that left, of all communes, readable; and the mail server's behaviour. */
@Controller
class DemoOutboxPages {

    private static final int SHOWN = 100;

    private final Outbox outbox;
    private final Communes communes;
    private final MailServer mail;
    private final Unsubscribing unsubscribing;

    DemoOutboxPages(Outbox outbox, Communes communes, MailServer mail, Unsubscribing unsubscribing) {
        this.outbox = outbox;
        this.communes = communes;
        this.mail = mail;
        this.unsubscribing = unsubscribing;
    }

    /** The newest messages; {@code commune} and {@code channel} narrow the choice. */
    @Allows(everyone = true)
    @GetMapping("/demo/outbox")
    Object list(
            @RequestParam(name = "commune", defaultValue = "") String slug,
            @RequestParam(name = "channel", defaultValue = "") String code,
            HttpServletRequest request) {
        Optional<Channel> channel = Channel.of(code);
        List<Posted> messages = new ArrayList<>();
        for (Commune commune : everyone()) {
            if (slug.isEmpty() || commune.slug().equals(slug)) {
                Tenancy.in(commune.id(), () -> outbox.newest(channel, SHOWN))
                        .forEach(message -> messages.add(new Posted(commune, message)));
            }
        }
        messages.sort(Comparator.comparing((Posted posted) -> posted.message().createdAt())
                .reversed());
        List<Posted> newest = messages.subList(0, Math.min(SHOWN, messages.size()));
        if (Json.asked(request)) {
            return Json.of(Map.of("messages", newest.stream().map(Posted::json).toList()));
        }
        return View.of(
                "demo/outbox",
                Map.of(
                        "messages", newest,
                        "communes", everyone(),
                        "commune", slug,
                        "channel", channel.map(Channel::code).orElse(""),
                        "behaviour", mail.behaviour()));
    }

    /** One message. */
    @Allows(everyone = true)
    @GetMapping("/demo/outbox/{slug}/{id}")
    Object read(@PathVariable("slug") String slug, @PathVariable("id") UUID id, HttpServletRequest request) {
        Commune commune =
                communes.bySlug(slug).orElseThrow(() -> Problem.notFound().raised());
        OutgoingMessage message = Tenancy.in(commune.id(), () -> outbox.find(id))
                .orElseThrow(() -> Problem.notFound().raised());
        Posted posted = new Posted(commune, message);
        return Json.asked(request)
                ? Json.of(posted.json())
                : View.of(
                        "demo/message",
                        Map.of(
                                "posted",
                                posted,
                                "refuse",
                                message.mailing() ? unsubscribing.address(commune, message.id()) : ""));
    }

    /** Tells the mail server how to behave from now on. */
    @Allows(everyone = true)
    @PostMapping("/demo/mail-server")
    Object behave(@RequestParam("behaviour") String code, HttpServletRequest request) {
        TwinBehaviour behaviour;
        try {
            behaviour = TwinBehaviour.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "unknown-behaviour", "demo.problem.behaviour", code)
                    .raised();
        }
        mail.behave(behaviour);
        return Json.forPeople(request)
                ? View.redirect("/demo/outbox", Flash.done("demo.mail-server.set"))
                : Json.of(Map.of("behaviour", Posted.code(behaviour)));
    }

    private List<Commune> everyone() {
        List<Commune> everyone = new ArrayList<>(communes.all());
        communes.region().ifPresent(everyone::add);
        return everyone;
    }
}
