package be.quartier.messaging.twin;

import be.quartier.commune.Tenancy;
import be.quartier.messaging.Carriage;
import be.quartier.messaging.Carrier;
import be.quartier.messaging.Channel;
import be.quartier.messaging.Envelope;
import be.quartier.messaging.MailServer;
import be.quartier.messaging.Recipient;
import be.quartier.messaging.TwinBehaviour;
import be.quartier.messaging.mail.MailComposer;
import be.quartier.messaging.store.TwinDeliveries;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail server of the demonstration. It takes what a real one would take and answers in its words: 250, 4xx, 5xx, or nothing
 * at all. It knows each Message-ID it has taken, so that nothing arrives twice.
 */
public final class MailTwin implements Carrier, MailServer {

    private static final int SIZE_MAX = 10_000_000;
    private static final int LINE_MAX = 998;
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final MailComposer composer;
    private final TwinDeliveries deliveries;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final BooleanSupplier demo;
    private final Session session = Session.getInstance(new Properties());
    private final AtomicReference<TwinBehaviour> behaviour = new AtomicReference<>(TwinBehaviour.ACCEPT);

    /** @param demo whether this installation is a demonstration: the twin carries nothing elsewhere */
    public MailTwin(
            MailComposer composer,
            TwinDeliveries deliveries,
            TransactionTemplate transactions,
            Clock clock,
            BooleanSupplier demo) {
        this.composer = composer;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return demo.getAsBoolean();
    }

    @Override
    public void behave(TwinBehaviour wanted) {
        behaviour.set(wanted);
    }

    @Override
    public TwinBehaviour behaviour() {
        return behaviour.get();
    }

    @Override
    public Carriage carry(Envelope envelope) {
        return switch (behaviour.get()) {
            case ACCEPT -> obey(envelope);
            case REFUSE_FOR_NOW -> new Carriage.NotNow("451 4.7.1 Greylisted, try again later");
            case REFUSE_FOR_EVER -> new Carriage.Never("554 5.7.1 Rejected");
            case FALL_SILENT -> fallSilent(envelope);
        };
    }

    /** Takes the message and never says so: the sender cannot know. */
    private Carriage fallSilent(Envelope envelope) {
        obey(envelope);
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Carriage.Lost("the connection ended before the server's word");
    }

    private Carriage obey(Envelope envelope) {
        String address = envelope.recipient();
        if (!Recipient.Mail.valid(address)) {
            return new Carriage.Never("553 5.1.3 Bad address");
        }
        if (address.startsWith("inconnu@") || address.startsWith("onbekend@") || address.startsWith("unknown@")) {
            return new Carriage.Never("550 5.1.1 User unknown");
        }
        if (address.startsWith("plein@") || address.startsWith("full@")) {
            return new Carriage.NotNow("452 4.2.2 Mailbox full");
        }
        byte[] mail = write(envelope);
        if (mail.length > SIZE_MAX) {
            return new Carriage.Never("552 5.3.4 Message too big");
        }
        if (new String(mail, StandardCharsets.ISO_8859_1).lines().anyMatch(line -> line.length() > LINE_MAX)) {
            return new Carriage.Never("500 5.5.2 Line too long");
        }
        Tenancy.run(
                envelope.sender().id(),
                () -> transactions.executeWithoutResult(status -> {
                    deliveries.received(envelope.sender().id(), envelope.id(), clock.instant());
                }));
        return new Carriage.Taken("250 2.0.0 OK " + composer.messageId(envelope));
    }

    private byte[] write(Envelope envelope) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MimeMessage mail = composer.compose(session, envelope);
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("the message cannot be written as a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
