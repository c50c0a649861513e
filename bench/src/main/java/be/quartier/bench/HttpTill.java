package be.quartier.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** A till on one kept-alive connection, as light as a real HTTP client can be: it shares the cores with the server. */
final class HttpTill implements Load.Client {

    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;
    private final List<String> vouchers;
    private final SplittableRandom random;
    private final String head;
    private final int port;
    private long key;

    HttpTill(int port, String token, List<String> vouchers, long seed) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 4_096);
        this.vouchers = vouchers;
        this.random = new SplittableRandom(seed);
        this.head = "POST /api/v1/communes/" + Town.SLUG + "/spends HTTP/1.1\r\nHost: localhost:" + this.port
                + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + Long.toHexString(seed) + "-";
    }

    @Override
    public void once() throws IOException {
        String body = "{\"voucher\":\"" + vouchers.get(random.nextInt(vouchers.size())) + "\",\"amountCents\":1}";
        String request = head + key++ + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        byte[] answer = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException(status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
