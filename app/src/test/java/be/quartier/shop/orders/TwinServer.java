package be.quartier.shop.orders;

import be.quartier.demo.provider.ProviderTwin;
import be.quartier.demo.provider.ProviderTwin.Answer;
import be.quartier.demo.provider.ProviderTwin.Mood;
import be.quartier.demo.provider.ProviderTwin.Request;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The payment provider's twin on a port of its own, for all tests of a run; it notes whom it calls back and calls nobody. */
final class TwinServer {

    /** A key that the twin knows. */
    static final String KEY = "live_abcdefghijklmnopqrstuvwxyz0123456789";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static @Nullable TwinServer shared;

    final List<String> called = new CopyOnWriteArrayList<>();
    final ProviderTwin twin = new ProviderTwin((_, id) -> called.add(id), new SecureRandom(), InstantSource.system());

    /** Held back until it is counted down: the next answer to an asking, made before. */
    final AtomicReference<@Nullable CountDownLatch> heldBack = new AtomicReference<>();

    private TwinServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            System.setProperty(
                    "quartier.payments.mollie",
                    "http://localhost:" + server.getAddress().getPort() + "/v2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The twin, behaving well. */
    static synchronized TwinServer get() {
        TwinServer server = shared;
        if (server == null) {
            server = new TwinServer();
            shared = server;
        }
        server.twin.behave(Mood.WELL);
        return server;
    }

    @SuppressWarnings("unchecked") // a JSON object
    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        Map<String, Object> body = sent.length == 0 ? Map.of() : JSON.readValue(sent, Map.class);
        Request request = new Request(
                header(exchange, "Authorization").replace("Bearer ", ""), header(exchange, "Idempotency-Key"), body);
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String page = "http://localhost/pay/";
        Answer answer;
        if (path[2].equals("methods")) {
            answer = twin.methods(request);
        } else if (path.length == 3) {
            answer = twin.create(request, page);
        } else {
            answer = path.length == 4 ? twin.ask(request, path[3], page) : twin.refund(request, path[3]);
        }
        CountDownLatch latch = path.length == 4 ? heldBack.getAndSet(null) : null;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] bytes = JSON.writeValueAsString(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
