package be.quartier.vouchers.registry;

import static be.quartier.vouchers.registry.RegistryColumn.FIRST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.registry.TestRegistry.Town;
import be.quartier.vouchers.registry.extract.Sheet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clerk's pages over HTTP, from a file to vouchers and back, without JavaScript. */
@QuartierTest
class RegistryPagesTests {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final LocalDate DAY = LocalDate.of(2015, 5, 20);

    @LocalServerPort
    int port;

    @Autowired
    TestRegistry registry;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    Sessions sessions;

    private final HttpClient http = HttpClient.newHttpClient();
    private Town town;
    private String cookie;
    private String here;

    @BeforeEach
    void signIn() {
        town = registry.town(100);
        cookie = session(Role.ECONOMY);
        here = "/" + town.commune.slug() + "/vouchers/campaigns/" + town.campaign + "/registry";
    }

    private String session(Role role) {
        UUID person = Tenancy.in(town.commune.id(), () -> {
            UUID somebody = accounts.openWithoutAddress("Amélie Dubois", Language.FR);
            roles.grant(Grant.of(somebody, role), new be.quartier.people.Actor.Operator());
            return somebody;
        });
        return "quartier="
                + sessions.start(
                        new Sessions.Start(town.commune.id(), person, Session.Method.MAIL, true, 0, "Test, Test"));
    }

    private static Sheet sheet() {
        Sheet sheet = new Sheet();
        for (int serial = 1; serial <= 5; serial++) {
            sheet.row(
                    NISS,
                    TestNiss.of(DAY, serial),
                    FIRST_NAME,
                    "Zoé" + (char) ('a' + serial),
                    RegistryColumn.BIRTH_DATE,
                    "20/05/2015");
        }
        return sheet.row(NISS, TestNiss.of(DAY, 77), FIRST_NAME, "Zoéb", RegistryColumn.BIRTH_DATE, "20/05/2015")
                .row(NISS, "1,7073E+10")
                .row(RegistryColumn.BIRTH_DATE, "00/00/2017", RegistryColumn.STREET, "=cmd|' /C calc'!A0");
    }

    @Test
    void aFileBecomesVouchersInFourSteps() throws Exception {
        HttpResponse<String> sent = send(sheet().bytes(WINDOWS_1252), "full", "extrait.csv");
        assertThat(sent.statusCode()).isEqualTo(303);
        String made = sent.headers().firstValue("Location").orElseThrow();
        for (Language language : Language.values()) {
            assertThat(get(made, language)).contains("extrait.csv").doesNotContain("registry.");
            assertThat(get(made + "/rows/new", language))
                    .contains("Lemaître Zoéb")
                    .doesNotContain("registry.");
            assertThat(get(made + "/rows/unreadable", language)).doesNotContain("registry.");
            assertThat(get(made + "/rows/duplicate", language)).contains("/accept");
            assertThat(get(made + "/rows/birth-partial", language)).contains("2017");
        }
        post(made + "/rows/6/accept", Map.of());
        assertThat(post(made + "/confirm", Map.of()).statusCode()).isEqualTo(303);
        for (int i = 0; i < 100 && !get(made, Language.DE).contains("7 neue Gutscheine"); i++) {
            Thread.sleep(100);
        }
        assertThat(get(made, Language.DE)).contains("7 neue Gutscheine");
        assertThat(town.vouchers()).isEqualTo(7);
        assertThat(post(made + "/confirm", Map.of()).statusCode())
                .as("twice is once")
                .isEqualTo(303);
        assertThat(get(made + "/undo", Language.NL)).contains("intrekken");
        assertThat(post(made + "/undo", Map.of()).statusCode()).isEqualTo(422);
        assertThat(post(made + "/undo", Map.of("reason", "mauvais fichier")).statusCode())
                .isEqualTo(303);
        assertThat(town.vouchers()).isZero();
    }

    @Test
    void fiftyConfirmationsAtOnceMakeEachVoucherOnce() throws Exception {
        String made = location(send(sheet().bytes(StandardCharsets.UTF_8), "full", "extrait.csv"));
        String token = token(get(made, Language.FR));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 50)
                .mapToObj(_ -> http.sendAsync(
                                formRequest(made + "/confirm", Map.of("_csrf", token)), BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(303);
        for (int i = 0; i < 100 && town.vouchers() < 6; i++) {
            Thread.sleep(100);
        }
        assertThat(town.vouchers()).isEqualTo(6);
    }

    @Test
    void aWorkbookIsRefusedWithWhatToDo() throws Exception {
        byte[] workbook = new byte[3_000_000];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, workbook, 0, 4);
        HttpResponse<String> sent = send(workbook, "full", "extrait.xlsx");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("classeur Excel");
        assertThat(send(new byte[0], "full", "").statusCode()).isEqualTo(422);
        assertThat(send("NISS;NOM\n".getBytes(StandardCharsets.UTF_8), "full", "a.csv")
                        .body())
                .contains("PRENOM, DATE_NAISSANCE");
        assertThat(send(sheet().bytes(WINDOWS_1252), "half", "a.csv").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCsvOfARowListIsSafeInASpreadsheet() throws Exception {
        String made = location(send(sheet().bytes(StandardCharsets.UTF_8), "full", "extrait.csv"));
        String csv = get(made + "/rows/new/csv", Language.FR);
        assertThat(csv).startsWith("\uFEFFLigne;Nom").contains("\"'=cmd|").doesNotContain(TestNiss.of(DAY, 1));
        assertThat(csv.lines()).hasSize(7);
    }

    @Test
    void theTownHallDecidesOnTheGone() throws Exception {
        town.imported(sheet(), RegistryImport.Scope.FULL);
        town.imported(new Sheet().row(), RegistryImport.Scope.FULL);
        String page = get(here + "/flagged", Language.FR);
        assertThat(get(here, Language.FR)).contains("attendent votre décision");
        Matcher child = Pattern.compile("flagged/([0-9a-f-]{36})").matcher(page);
        assertThat(child.find()).isTrue();
        String one = here + "/flagged/" + child.group(1);
        assertThat(post(one, Map.of("decision", "withdraw")).statusCode()).isEqualTo(422);
        assertThat(post(one, Map.of("decision", "withdraw", "reason", "parti")).statusCode())
                .isEqualTo(303);
        assertThat(get(here + "/flagged", Language.NL)).doesNotContain(child.group(1));
    }

    @Test
    void othersMayNotLookNorSend() throws Exception {
        cookie = session(Role.CASHIER);
        assertThat(request(here).GET().build()).isNotNull();
        assertThat(http.send(request(here).GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        cookie = session(Role.ECONOMY);
        byte[] body = multipart("wrong", "full", "a.csv", sheet().bytes(WINDOWS_1252));
        assertThat(http.send(multipartRequest(body), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(byte[] file, String scope, String name) throws Exception {
        byte[] body = multipart(token(get(here, Language.FR)), scope, name, file);
        return http.send(multipartRequest(body), BodyHandlers.ofString());
    }

    private HttpRequest multipartRequest(byte[] body) {
        return request(here)
                .header("Content-Type", "multipart/form-data; boundary=----x7")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] multipart(String token, String scope, String name, byte[] file) {
        String part = "------x7\r\nContent-Disposition: form-data; name=\"";
        byte[] head = (part + "_csrf\"\r\n\r\n" + token + "\r\n" + part + "scope\"\r\n\r\n" + scope + "\r\n" + part
                        + "file\"; filename=\"" + name + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n------x7--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + file.length + tail.length);
        System.arraycopy(file, 0, all, head.length, file.length);
        System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
        return all;
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", token(get(here, Language.FR)));
        return form(path, all);
    }

    private HttpResponse<String> form(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(formRequest(path, fields), BodyHandlers.ofString());
    }

    private HttpRequest formRequest(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private String get(String path, Language language) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .setHeader("Cookie", cookie + "; language=" + language.code())
                        .GET()
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookie);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
