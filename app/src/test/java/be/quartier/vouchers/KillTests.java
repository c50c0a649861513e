package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.Quartier;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Installation;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Sealer;
import be.quartier.merchants.Tills;
import be.quartier.testing.ChildApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * PostgreSQL alone, then the application with it or without are killed under load, again and again: what was acknowledged is
 * there afterwards, asked again with the same key it gives the same answer, and the audit holds. Who asks while the database is
 * away is told so. {@code -Dquartier.kills=50} for the long form.
 */
class KillTests {

    private static final int KILLS = Integer.getInteger("quartier.kills", 4);
    private static final CommuneId COMMUNE = new CommuneId(77);
    private static final int TILLS = 16;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final UUID campaign = UUID.randomUUID();
    private final UUID merchant = UUID.randomUUID();
    private List<String> vouchers = List.of();
    private final Set<String> strange = ConcurrentHashMap.newKeySet();
    private String token = "";

    @Test
    void nothingThatWasAcknowledgedIsLostHoweverOftenItIsKilled() throws Exception {
        prepare();
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        for (int kill = 0; kill < KILLS; kill += 2) {
            try (ChildApplication child = new ChildApplication(folder)) {
                answersStand(child.port(), kill, acknowledged);
                spendUntilKilled(child, kill, random, acknowledged);
            }
        }
        System.out.println("kills: " + KILLS + ", acknowledged spends: " + acknowledged.size());
        assertThat(acknowledged).isNotEmpty();
        verify(acknowledged);
    }

    /** What was acknowledged before so many kills is answered alike. */
    private void answersStand(int port, int kills, Map<String, String> acknowledged) throws IOException {
        List<String> some = new ArrayList<>(acknowledged.keySet());
        for (String key : some.subList(Math.max(0, some.size() - 300), some.size())) {
            assertThat(send(port, key).body())
                    .as("after %s kills, key %s", kills, key)
                    .isEqualTo(acknowledged.get(key));
        }
    }

    private void spendUntilKilled(
            ChildApplication child, int kill, SplittableRandom random, Map<String, String> acknowledged)
            throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        List<Thread> tills = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            String name = kill + "-" + till + "-";
            tills.add(Thread.ofVirtual().start(() -> {
                for (int number = 0; going.get(); number++) {
                    try {
                        HttpResponse<String> answer = send(child.port(), name + number);
                        if (answer.statusCode() == 201) {
                            acknowledged.put(name + number, answer.body());
                        } else if (answer.statusCode() != 503) {
                            strange.add(answer.statusCode() + answer.body());
                        }
                    } catch (IOException e) {
                        return;
                    }
                }
            }));
        }
        Thread.sleep(500 + random.nextInt(1_500));
        outage(child, kill, acknowledged);
        Thread.sleep(500 + random.nextInt(1_500));
        if (kill % 4 == 0) {
            child.killBoth();
        } else {
            child.killApplication();
        }
        going.set(false);
        for (Thread till : tills) {
            till.join(Duration.ofSeconds(15));
        }
        assertThat(strange).isEmpty();
    }

    /** PostgreSQL dies alone and cannot come back for a while: everybody is told so, and then tills go on by themselves. */
    private void outage(ChildApplication child, int kill, Map<String, String> acknowledged) throws Exception {
        child.hidePostgres();
        child.killPostgres();
        var page = client.sendAsync(page(child, "fr"), HttpResponse.BodyHandlers.ofString());
        var dutch = client.sendAsync(page(child, "nl"), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> refused = send(child.port(), kill + "-refused");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("urn:quartier:problem:");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.get().statusCode()).isEqualTo(503);
        assertThat(page.get().body()).contains("<html lang=\"fr\"", "La base de données ne répond pas");
        assertThat(page.get().headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.get().headers().firstValue("Retry-After")).isPresent();
        assertThat(dutch.get().body()).contains("<html lang=\"nl\"", "De databank antwoordt");

        child.bringBackPostgres();
        HttpResponse<String> back = send(child.port(), kill + "-back");
        for (long end = System.nanoTime() + BACK_WITHIN.toNanos();
                back.statusCode() != 201 && System.nanoTime() < end; ) {
            back = send(child.port(), kill + "-back");
        }
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        acknowledged.put(kill + "-back", back.body());
    }

    private static HttpRequest page(ChildApplication child, String language) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + child.port() + "/essai/shop"))
                .header("Accept-Language", language)
                .build();
    }

    private void prepare() throws SQLException {
        try (ConfigurableApplicationContext context = start()) {
            Map<Language, String> names =
                    Map.of(Language.FR, "Essai", Language.NL, "Proef", Language.DE, "Probe", Language.EN, "Trial");
            context.getBean(Communes.class)
                    .add(new Commune(
                            COMMUNE, "essai", Commune.Kind.COMMUNE, names, List.of(Language.FR), List.of("9999")));
            try (Connection owner =
                            context.getBean(Installation.class).database().connectAsOwner();
                    Statement statement = owner.createStatement()) {
                statement.execute("set app.commune = '77'");
                statement.execute("insert into campaign (commune_id, id, name, state, decision_ref, regulation_version,"
                        + " budget_cents, amount_cents, reference_date, valid_from, valid_until, created_at) values (77, '"
                        + campaign + "', 'Test', 'open', 'x', '1', 100000000, 1000000, current_date, current_date - 1,"
                        + " current_date + 9, now())");
                statement.execute("insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en)"
                        + " values (77, 'essai', 99, 'x', 'x', 'x', 'x')");
                statement.execute("insert into merchant (commune_id, id, name, bce, trade, state, contact_name,"
                        + " contact_mail, language, applied_at) values (77, '" + merchant
                        + "', 'x', '0403019261', 'essai', 'accepted', 'x', 'x@example.org', 'fr', now())");
            }
            Tenancy.run(COMMUNE, () -> {
                context.getBean(CampaignBook.class).fund(campaign, 1_000_000_00L, "x", Actor.SYSTEM);
                context.getBean(Acceptances.class).accept(campaign, merchant);
                Vouchers issuer = context.getBean(Vouchers.class);
                IssueOutcome outcome = issuer.issueToBearer(campaign, 40, Actor.SYSTEM);
                vouchers = ((IssueOutcome.Issued) outcome)
                        .vouchers().stream()
                                .map(voucher -> issuer.token(voucher).text())
                                .toList();
                token = context.getBean(Tills.class)
                        .enrol(merchant, "Caisse", Optional.empty())
                        .token()
                        .text();
            });
        }
    }

    private void verify(Map<String, String> acknowledged) throws SQLException, IOException {
        try (ConfigurableApplicationContext context = start()) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            answersStand(port, KILLS, acknowledged);
            context.getBean(Sealer.class).seal(COMMUNE);
            assertThat(context.getBean(Audit.class).run()).allMatch(AuditFinding::holds);
            try (Connection owner =
                            context.getBean(Installation.class).database().connectAsOwner();
                    Statement statement = owner.createStatement();
                    var rows = statement.executeQuery("select id::text from transfer where reason = 'spend'")) {
                List<String> kept = new ArrayList<>();
                while (rows.next()) {
                    kept.add(rows.getString(1));
                }
                assertThat(kept)
                        .containsAll(acknowledged.values().stream()
                                .map(body -> body.substring(7, 43))
                                .toList());
            }
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                Quartier.class,
                "--quartier.data=" + folder,
                "--quartier.empty=true",
                "--server.port=0",
                "--logging.level.root=error");
    }

    private HttpResponse<String> send(int port, String key) throws IOException {
        String voucher = vouchers.get(Math.floorMod(key.hashCode(), vouchers.size()));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/communes/essai/spends"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("{\"voucher\":\"" + voucher + "\",\"amountCents\":1}"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
