package be.quartier.vouchers.till;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A phone without JavaScript: keeps cookies, follows redirects, sends the forms it was shown. */
public final class Phone {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final String PART = "------x7\r\nContent-Disposition: form-data; name=\"";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private HttpResponse<String> shown;

    public Phone(int port, String home) {
        this.base = "http://localhost:" + port + home;
        this.shown = get("");
    }

    public HttpResponse<String> get(String path) {
        shown = send(request(path).GET());
        return shown;
    }

    /** Sends a form with the hidden fields of the page shown that belong to this action, and what was typed. */
    public HttpResponse<String> post(String path, Map<String, String> typed) {
        shown = send(form(path, typed));
        return shown;
    }

    /** The same without looking at the answer, for many at once. */
    public HttpResponse<String> postBeside(String path, Map<String, String> typed) {
        return send(form(path, typed));
    }

    /** Sends a form with files: the hidden fields of the page shown, what was typed, and then the files in {@code field}. */
    public HttpResponse<String> upload(String path, Map<String, String> typed, String field, List<byte[]> files) {
        Map<String, String> fields = hidden(path);
        fields.putAll(typed);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                body.writeBytes((PART + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        List<byte[]> parts = files.isEmpty() ? List.of(new byte[0]) : files;
        for (byte[] file : parts) {
            String name = files.isEmpty() ? "" : "Secret Name.pdf";
            body.writeBytes((PART + field + "\"; filename=\"" + name + "\"\r\nContent-Type: text/plain\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("------x7--\r\n".getBytes(StandardCharsets.UTF_8));
        shown = send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=----x7")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        return shown;
    }

    /** Brings a session along from here on. */
    public void signIn(String cookie) {
        var session = new HttpCookie("quartier", cookie.substring(cookie.indexOf('=') + 1));
        session.setPath("/");
        session.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), session);
    }

    public String page() {
        return shown.body();
    }

    public String path() {
        return shown.uri().getPath();
    }

    public void forget(String cookie) {
        for (HttpCookie one : List.copyOf(cookies.getCookieStore().getCookies())) {
            if (one.getName().contains(cookie)) {
                cookies.getCookieStore().remove(URI.create(base), one);
            }
        }
    }

    /** The hidden fields of the form that posts to this path. */
    public Map<String, String> hidden(String path) {
        int from = shown.body().indexOf("action=\"" + URI.create(base).getPath() + path + "\"");
        int to = shown.body().indexOf("</form>", from);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(from < 0 ? shown.body() : shown.body().substring(from, to));
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private HttpRequest.Builder form(String path, Map<String, String> typed) {
        Map<String, String> fields = hidden(path);
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path).normalize())
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
