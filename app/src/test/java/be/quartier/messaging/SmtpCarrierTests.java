package be.quartier.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.messaging.mail.MailComposer;
import be.quartier.messaging.mail.MailSettings;
import be.quartier.messaging.mail.SmtpCarrier;
import be.quartier.messaging.template.Template;
import be.quartier.messaging.template.Templates;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mail by SMTP: what arrives, and what each word or silence of the server means. */
class SmtpCarrierTests {

    private static final UUID ID = UUID.fromString("01938f6e-0000-7000-8000-000000000001");

    @Test
    void aMailArrivesInTextAndHtmlWithOurMessageId() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            SmtpCarrier carrier = carrier(server.getSmtp().getPort());
            assertThat(carrier.carry(envelope(Optional.of("https://quartier.example/c/mailings/t"))))
                    .isInstanceOf(Carriage.Taken.class);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@quartier.example>");
            assertThat(mail.getSubject()).isEqualTo("Code 42 – Éclat-sur-Aubrelle Bcc: all@example.org");
            assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Éclat-sur-Aubrelle");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            MimeMultipart both = (MimeMultipart) mail.getContent();
            assertThat(content(both.getBodyPart(0)))
                    .contains("Bonjour <b>Zoë</b>,")
                    .contains("Entrer:\r\nhttps://x");
            assertThat(content(both.getBodyPart(1)))
                    .contains("Bonjour &lt;b&gt;Zoë&lt;/b&gt;,")
                    .contains("href=\"https://x.example/?a=1&amp;b=2\"");
        } finally {
            server.stop();
        }
    }

    @Test
    void aRefusalOfTheRecipientForEverIsPermanent() throws IOException {
        assertThat(answer(Map.of("RCPT", "550 5.1.1 User unknown"))).isInstanceOf(Carriage.Never.class);
    }

    @Test
    void aRefusalForNowIsTemporary() throws IOException {
        assertThat(answer(Map.of("RCPT", "451 4.7.1 Greylisted"))).isInstanceOf(Carriage.NotNow.class);
        assertThat(answer(Map.of(".", "452 4.3.1 Disk full"))).isInstanceOf(Carriage.NotNow.class);
        assertThat(answer(Map.of("greeting", "421 4.3.2 Busy"))).isInstanceOf(Carriage.NotNow.class);
    }

    @Test
    void aRefusalOfTheTextForEverIsPermanent() throws IOException {
        assertThat(answer(Map.of(".", "554 5.7.1 Rejected"))).isInstanceOf(Carriage.Never.class);
    }

    @Test
    void aConnectionLostAfterTheTextLeavesTheFateUnknown() throws IOException {
        assertThat(answer(Map.of(".", ""))).isInstanceOf(Carriage.Lost.class);
    }

    @Test
    void noServerIsTemporary() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(carrier(port).carry(envelope(Optional.empty()))).isInstanceOf(Carriage.NotNow.class);
    }

    @Test
    void aServerWithoutStartTlsGetsNothingWhereItIsRequired() throws IOException {
        try (Scripted server = new Scripted(Map.of())) {
            MailSettings strict = new MailSettings(
                    "127.0.0.1", server.port(), "", "", MailSettings.Tls.REQUIRED, "info@quartier.example");
            SmtpCarrier carrier = new SmtpCarrier(strict, new MailComposer(strict, new MovableClock()));
            assertThat(carrier.carry(envelope(Optional.empty()))).isInstanceOf(Carriage.NotNow.class);
        }
    }

    private static Carriage answer(Map<String, String> script) throws IOException {
        try (Scripted server = new Scripted(script)) {
            return carrier(server.port()).carry(envelope(Optional.empty()));
        }
    }

    private static SmtpCarrier carrier(int port) {
        MailSettings settings =
                new MailSettings("127.0.0.1", port, "", "", MailSettings.Tls.NONE, "info@quartier.example");
        return new SmtpCarrier(settings, new MailComposer(settings, new MovableClock()));
    }

    private static Envelope envelope(Optional<String> unsubscribe) {
        String name = "Éclat-sur-Aubrelle";
        Commune commune = new Commune(
                new CommuneId(1),
                "eclat",
                Commune.Kind.COMMUNE,
                Map.of(Language.FR, name, Language.NL, name, Language.DE, name, Language.EN, name),
                List.of(Language.FR),
                List.of());
        Template template = new Templates().get("testing/code", Language.FR);
        Map<String, String> values = Map.of(
                "commune", name + "\r\nBcc: all@example.org",
                "name", "<b>Zoë</b>",
                "code", "42",
                "link", "https://x.example/?a=1&b=2");
        return new Envelope(
                ID,
                commune,
                "zoe@example.org",
                Language.FR,
                template.subject(values),
                template.text(values),
                template.html(values),
                1,
                unsubscribe);
    }

    private static String content(BodyPart part) throws Exception {
        return part.getContent().toString();
    }

    /** A server that says what the test wants after each command; an empty answer closes the connection. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, String> script;

        Scripted(Map<String, String> script) throws IOException {
            this.script = script;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                say(client, script.getOrDefault("greeting", "220 scripted"));
                boolean text = false;
                for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                    String command = line.split("[ :]", 2)[0];
                    if (text && !line.equals(".")) {
                        continue;
                    }
                    String answer = script.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                    text = command.equals("DATA");
                    if (answer.isEmpty()) {
                        return;
                    }
                    say(client, answer);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
