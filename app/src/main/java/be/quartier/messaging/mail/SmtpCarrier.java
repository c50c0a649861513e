package be.quartier.messaging.mail;

import be.quartier.messaging.Carriage;
import be.quartier.messaging.Carrier;
import be.quartier.messaging.Channel;
import be.quartier.messaging.Envelope;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to an SMTP server. What fails before the message's first byte left did not leave; what fails after it without a
 * word of the server may have left.
 */
public final class SmtpCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "40000";
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final MailComposer composer;
    private final Session session;

    /** @param settings where the server is */
    public SmtpCarrier(MailSettings settings, MailComposer composer) {
        this.settings = settings;
        this.composer = composer;
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return settings.configured();
    }

    @Override
    public Carriage carry(Envelope envelope) {
        MimeMessage mail;
        Address[] recipients;
        try {
            mail = composer.compose(session, envelope);
            recipients = mail.getAllRecipients();
        } catch (MessagingException e) {
            return new Carriage.Never("cannot be written as a mail: " + e.getMessage());
        }
        SMTPTransport transport = null;
        try {
            transport = (SMTPTransport)
                    session.getTransport(settings.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp");
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().isEmpty() ? null : settings.user(),
                    settings.password().isEmpty() ? null : settings.password());
        } catch (AuthenticationFailedException e) {
            close(transport);
            return new Carriage.NotNow("the mail server refuses our name or password");
        } catch (MessagingException e) {
            close(transport);
            return new Carriage.NotNow("no connection to the mail server: " + firstLine(e));
        }
        Carriage carriage = send(transport, mail, recipients);
        close(transport);
        return carriage;
    }

    /** A fault while closing says nothing about the message, so it must not change what is known of it. */
    private static void close(@Nullable SMTPTransport transport) {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server's connection did not close cleanly", e);
        }
    }

    private Carriage send(SMTPTransport transport, MimeMessage mail, Address[] recipients) {
        Carriage carriage;
        try {
            transport.sendMessage(mail, recipients);
            carriage = new Carriage.Taken(firstLine(transport.getLastServerResponse()));
        } catch (SendFailedException e) {
            carriage = refused(e);
        } catch (MessagingException e) {
            carriage = new Carriage.Lost("the connection ended before the server's word: " + firstLine(e));
        }
        return carriage;
    }

    private static Carriage refused(SendFailedException failure) {
        int code = code(failure);
        String reason = firstLine(failure);
        if (code < 0) {
            return new Carriage.Lost("the connection ended before the server's word: " + reason);
        }
        return code >= PERMANENT ? new Carriage.Never(reason) : new Carriage.NotNow(reason);
    }

    /** The server's three digits, found in the failure or in one behind it; negative when it said nothing. */
    private static int code(Exception failure) {
        Exception at = failure;
        int code = -1;
        while (at != null) {
            int found = switch (at) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> -1;
            };
            code = Math.max(code, found);
            at = at instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return code;
    }

    private static String firstLine(Exception e) {
        return firstLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "" : text.strip().lines().findFirst().orElse("");
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String prefix = "mail." + protocol + ".";
            properties.put(prefix + "connectiontimeout", CONNECT_MS);
            properties.put(prefix + "timeout", ANSWER_MS);
            properties.put(prefix + "writetimeout", ANSWER_MS);
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
            // Without this the library says QUIT and hides a lost connection behind a second failure.
            properties.put(prefix + "quitwait", "false");
            properties.put(prefix + "from", settings.from());
            properties.put(prefix + "localhost", settings.domain().toLowerCase(Locale.ROOT));
        }
        if (settings.tls() == MailSettings.Tls.REQUIRED) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }
}
