package be.quartier.messaging.mail;

import be.quartier.messaging.Envelope;
import be.quartier.messaging.template.Template;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Writes the bytes of a mail: text and HTML side by side, our own Message-ID, the headers of a mailing (RFC 8058). */
public final class MailComposer {

    private final MailSettings settings;
    private final Clock clock;

    /** @param clock for the Date header */
    public MailComposer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The Message-ID of an envelope: the same for each attempt, so that a server can tell a repetition. */
    public String messageId(Envelope envelope) {
        return "<" + envelope.id() + "@" + settings.domain() + ">";
    }

    /** The mail of an envelope; fails when it cannot be written as one. */
    public MimeMessage compose(Session session, Envelope envelope) throws MessagingException {
        MimeMessage mail = new Identified(session, messageId(envelope));
        try {
            String sender = envelope.sender().name(envelope.language());
            mail.setFrom(new InternetAddress(settings.from(), sender, StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.recipient(), true));
        mail.setSubject(envelope.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", envelope.language().code());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (envelope.unsubscribe().isPresent()) {
            mail.setHeader("List-Unsubscribe", "<" + envelope.unsubscribe().get() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            mail.setHeader("Precedence", "bulk");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(envelope.text() + foot(envelope), "plain"));
        both.addBodyPart(part(page(envelope), "html"));
        mail.setContent(both);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static String foot(Envelope envelope) {
        return envelope.unsubscribe()
                .map(address -> "\n-- \n" + refuse(envelope) + ": " + address + "\n")
                .orElse("");
    }

    private static String page(Envelope envelope) {
        String foot = envelope.unsubscribe()
                .map(address -> "<p style=\"font-size:13px;color:#555\"><a style=\"color:#555\" href=\""
                        + Template.escape(address) + "\">" + Template.escape(refuse(envelope)) + "</a></p>")
                .orElse("");
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;background:#f6f1e7;color:#1b1b1b;font:16px/1.5 sans-serif">
                <div style="max-width:600px;margin:0 auto;background:#fff">
                <p style="margin:0;background:#1d3b72;color:#fff;padding:16px 24px;font-weight:bold">%s</p>
                <div style="padding:8px 24px 24px">
                %s%s</div></div></body></html>
                """.formatted(
                        envelope.language().code(),
                        Template.escape(envelope.subject()),
                        Template.escape(envelope.sender().name(envelope.language())),
                        envelope.html(),
                        foot);
    }

    private static String refuse(Envelope envelope) {
        return switch (envelope.language()) {
            case FR -> "Ne plus recevoir ces messages";
            case NL -> "Deze berichten niet meer ontvangen";
            case DE -> "Diese Nachrichten nicht mehr erhalten";
            case EN -> "Stop receiving these messages";
        };
    }

    /** A mail that keeps the Message-ID it was given when its headers are written. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
