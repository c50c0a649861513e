package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.ledger.Checkpoint;
import be.quartier.ledger.Merkle;
import be.quartier.ledger.SealedLog;
import be.quartier.ledger.Sealer;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestInstallation;
import be.quartier.vouchers.TestCampaign.Open;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sealed log over HTTP: a client recomputes every root from what is served and sees a changed entry. */
@QuartierTest
class SealedLogTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VOUCHERS = 700;

    private final TestCampaign campaigns;
    private final Sealer sealer;
    private final SealedLog log;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Open open;
    private String auditor;

    @Autowired
    SealedLogTests(
            TestCampaign campaigns,
            Sealer sealer,
            SealedLog log,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            @LocalServerPort int port) {
        this.campaigns = campaigns;
        this.sealer = sealer;
        this.log = log;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.port = port;
    }

    @BeforeEach
    void aLogOfSomeHundredEntriesAndAnAuditor() {
        open = campaigns.open();
        List<Voucher> vouchers = open.issue(VOUCHERS);
        sealer.seal(open.commune.id());
        vouchers.subList(0, 7).forEach(voucher -> open.spend(voucher, 5_00));
        sealer.seal(open.commune.id());
        auditor = signedIn(Role.AUDITOR);
    }

    @Test
    void aClientRecomputesTheRootFromTheEntries() throws Exception {
        JsonNode state = get("", auditor);
        List<byte[]> leaves = leaves();
        assertThat(leaves).hasSize(state.get("size").asInt()).hasSizeGreaterThan(VOUCHERS);
        assertThat(base64(Merkle.root(leaves))).isEqualTo(state.get("root").asString());
        Checkpoint signed = Checkpoint.open(state.get("checkpoint").asString(), sealer.verifier(open.commune.id()))
                .orElseThrow();
        assertThat(signed.root()).isEqualTo(state.get("root").asString());
        assertThat(state.get("verifier").asString())
                .isEqualTo(sealer.verifier(open.commune.id()).toString());
    }

    @Test
    void tilesAndProofsLeadToTheSignedRoots() throws Exception {
        List<byte[]> leaves = leaves();
        List<byte[]> tile = hashes(get("/tiles/0/1", auditor));
        assertThat(tile).hasSize(256);
        assertThat(tile.get(5)).isEqualTo(leaves.get(261));
        assertThat(hashes(get("/tiles/1/0", auditor)).getFirst()).isEqualTo(Merkle.root(leaves.subList(0, 256)));
        JsonNode states = get("/checkpoints", auditor).get("checkpoints");
        long size = get("", auditor).get("size").asLong();
        byte[] root = Base64.getDecoder().decode(get("", auditor).get("root").asString());
        for (long index : List.of(0L, 255L, 256L, 600L, size - 1)) {
            List<byte[]> proof = hashes(get("/inclusion?index=" + index + "&size=" + size, auditor));
            assertThat(Merkle.includes(root, size, index, leaves.get((int) index), proof))
                    .isTrue();
            assertThat(Merkle.includes(root, size, index, leaves.get(3), proof)).isEqualTo(index == 3);
        }
        assertThat(states.size()).isGreaterThan(1);
        for (JsonNode older : states) {
            long from = older.get("size").asLong();
            List<byte[]> proof = hashes(get("/consistency?from=" + from + "&to=" + size, auditor));
            byte[] before = Base64.getDecoder().decode(older.get("root").asString());
            assertThat(Merkle.consistent(from, before, size, root, proof)).isTrue();
        }
    }

    @Test
    void anEntryChangedBehindTheApplicationsBackIsSeen() throws Exception {
        String before = get("", auditor).get("root").asString();
        String spend =
                "update transfer set amount_cents = amount_cents %s where commune_id = ? and id = (select id from"
                        + " transfer where commune_id = ? and reason = 'spend' order by id limit 1)";
        forge(spend.formatted("+ 1"));
        String forged = base64(Merkle.root(leaves()));
        forge(spend.formatted("- 1"));
        assertThat(forged).isNotEqualTo(before);
        assertThat(base64(Merkle.root(leaves()))).isEqualTo(before);
    }

    @Test
    void aRootThatWasMailedStaysTheBeginningOfTheLogUntilATileIsChanged() throws Exception {
        SealedLog.State state = open.in(log::newest).orElseThrow();
        open.spend(open.issue(1).getFirst(), 1_00);
        sealer.seal(open.commune.id());
        assertThat(open.in(() -> log.beginsWith(state.size(), state.root()))).isTrue();
        assertThat(open.in(() -> log.beginsWith(state.size() - 1, state.root())))
                .isFalse();
        assertThat(open.in(() -> log.beginsWith(state.size() + 99, state.root())))
                .isFalse();
        String tile = "update log_tile set hashes = set_byte(hashes, 7, (get_byte(hashes, 7) + %d) %% 256)"
                + " where commune_id = ? and commune_id = ? and level = 0 and index = 2";
        forge(tile.formatted(1));
        boolean holds = open.in(() -> log.beginsWith(state.size(), state.root()));
        forge(tile.formatted(255));
        assertThat(holds).isFalse();
    }

    @Test
    void onlyAuditorsReadEntriesAndWhatIsNotThereIsRefused() throws Exception {
        String finance = signedIn(Role.FINANCE);
        assertThat(ask("", finance).statusCode()).isEqualTo(200);
        assertThat(ask("/entries", finance).statusCode()).isEqualTo(403);
        assertThat(ask("", signedIn(Role.ECONOMY)).statusCode()).isEqualTo(403);
        assertThat(ask("/inclusion?index=0&size=999999", auditor).statusCode()).isEqualTo(422);
        assertThat(ask("/inclusion?index=-1&size=5", auditor).statusCode()).isEqualTo(422);
        assertThat(ask("/consistency?from=6&to=5", auditor).statusCode()).isEqualTo(422);
        assertThat(ask("/entries?from=-1", auditor).statusCode()).isEqualTo(422);
        assertThat(ask("/tiles/9/0", auditor).statusCode()).isEqualTo(404);
        assertThat(ask("/tiles/0/99999", auditor).statusCode()).isEqualTo(404);
        assertThat(get("/entries?from=99999999", auditor).get("entries")).isEmpty();
    }

    private List<byte[]> leaves() throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        Optional<Long> from = Optional.of(0L);
        while (from.isPresent()) {
            JsonNode page = get("/entries?from=" + from.get(), auditor);
            for (JsonNode entry : page.get("entries")) {
                leaves.add(Merkle.leaf(entry.get("entry").asString().getBytes(StandardCharsets.UTF_8)));
            }
            from = Optional.of(page.get("next")).filter(JsonNode::isNumber).map(JsonNode::asLong);
        }
        return leaves;
    }

    private void forge(String sql) throws Exception {
        try (Connection owner = TestInstallation.get().database().connectAsOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setInt(1, open.commune.id().value());
            statement.setInt(2, open.commune.id().value());
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private String signedIn(Role role) {
        UUID person = open.in(() -> accounts.openWithoutAddress("Somebody", Language.FR));
        open.in(() -> roles.grant(Grant.of(person, role), new Actor.Operator()));
        return "quartier="
                + sessions.start(
                        new Sessions.Start(open.commune.id(), person, Session.Method.MAIL, true, 0, "Test, Test"));
    }

    private JsonNode get(String path, String session) throws Exception {
        HttpResponse<String> answer = ask(path, session);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(String path, String session) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/communes/" + open.commune.slug()
                                + "/ledger/log" + path))
                        .header("Cookie", session)
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<byte[]> hashes(JsonNode body) {
        List<byte[]> hashes = new ArrayList<>();
        body.get("hashes").forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asString())));
        return hashes;
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
