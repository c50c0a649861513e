package be.quartier;

import be.quartier.installation.Installation;
import be.quartier.installation.InstallationRefused;
import be.quartier.installation.InstallationSettings;
import be.quartier.setup.FirstRun;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** {@code start}: serves until told to stop. */
final class Start {

    private static final int PORT_DEFAULT = 8080;
    private static final int MANAGEMENT_DISTANCE = 10_000;
    private static final String USAGE = "Usage: ./quartier start [--port 8080] [--host 127.0.0.1] [--data ./data] "
            + "[--base-url https://…] [--management-port N] [--empty]";

    private Start() {}

    static void run(List<String> arguments) {
        Options options = Options.parse(
                arguments,
                Set.of("port", "host", "data", "base-url", "management-port"),
                Set.of("empty", "exit-when-ready"),
                0,
                USAGE);
        int port = options.port("port", PORT_DEFAULT);
        int distant = port == 0 ? 0 : port + (port > 65_535 - MANAGEMENT_DISTANCE ? -1 : 1) * MANAGEMENT_DISTANCE;
        int management = options.port("management-port", distant);
        Map<String, Object> properties = new HashMap<>();
        Path data = Path.of(options.value("data").orElse("data"));
        properties.put("quartier.data", data.toString());
        properties.put("quartier.empty", options.flags().contains("empty"));
        properties.put("quartier.management-port", management);
        properties.put("server.port", free(port, options.value("host").orElse("127.0.0.1")));
        properties.put(
                "logging.file.name", data.resolve("log").resolve("quartier.log").toString());
        options.value("host").ifPresent(host -> properties.put("quartier.host", host));
        options.value("base-url").ifPresent(url -> properties.put("quartier.base-url", url));
        serve(Installation.open(InstallationSettings.read(data, System::getenv)), properties);
        if (options.flags().contains("exit-when-ready")) {
            System.exit(0);
        }
    }

    private static void serve(Installation installation, Map<String, Object> properties) {
        SpringApplication application = Quartier.over(installation);
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try {
            ApplicationContext context = application.run(arguments);
            if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
                String address = "http://localhost:" + web.getWebServer().getPort();
                FirstRun firstRun = context.getBean(FirstRun.class);
                if (firstRun.open()) {
                    System.out.println("First run: open " + address + "/setup and type the code " + firstRun.code());
                }
                System.out.println("Quartier is ready at " + address);
            }
        } catch (RuntimeException e) {
            throw Quartier.refused(e);
        }
    }

    /**
     * The port, or any free one for 0, known before the start: links, passkeys and the identity provider's way back are made
     * with it. Says so at once when it is taken, before a database is started for nothing.
     */
    private static int free(int port, String host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new InstallationRefused(
                    "Port " + port + " on " + host + " is taken by another program; choose another with --port.", e);
        } catch (IOException e) {
            throw new InstallationRefused("The address " + host + " is not one of this machine's.", e);
        }
    }
}
