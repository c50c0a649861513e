package be.quartier.bench;

import be.quartier.Quartier;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.DatabaseAccess;
import be.quartier.installation.Installation;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditFinding;
import be.quartier.merchants.Tills;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The started application in a data folder of its own, with one commune, one open campaign, shops and their tills. */
final class Town implements AutoCloseable {

    static final CommuneId COMMUNE = new CommuneId(4_000);
    static final String SLUG = "banc-d-essai";

    private static final int SHOPS = 30;
    private static final int ISSUE_AT_ONCE = 100_000;
    private static final String BUDGET_CENTS = "90000000000";

    final UUID campaign = UUID.randomUUID();
    final List<UUID> merchants = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final List<UUID> tills = new ArrayList<>();

    private final Path folder;
    private final ConfigurableApplicationContext context;

    Town() throws IOException, SQLException {
        folder = Files.createTempDirectory("quartier-bench");
        context = SpringApplication.run(
                Quartier.class,
                "--quartier.data=" + folder,
                "--quartier.empty=true",
                "--server.port=0",
                "--logging.level.root=warn");
        Map<Language, String> names = Map.of(
                Language.FR, "Banc d’essai", Language.NL, "Testbank", Language.DE, "Prüfstand", Language.EN, "Bench");
        bean(Communes.class)
                .add(new Commune(
                        COMMUNE,
                        SLUG,
                        Commune.Kind.COMMUNE,
                        names,
                        List.of(Language.FR, Language.NL),
                        List.of("9999")));
        open();
    }

    private void open() throws SQLException {
        String commune = Integer.toString(COMMUNE.value());
        asOwner("insert into campaign (commune_id, id, name, state, decision_ref, regulation_version, budget_cents,"
                + " amount_cents, reference_date, valid_from, valid_until, created_at) values (" + commune + ", '"
                + campaign + "', 'Bench', 'open', 'bench', '1', " + BUDGET_CENTS
                + ", 10000, current_date, current_date - 1, current_date + 30, now())");
        asOwner("insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en) values (" + commune
                + ", 'bench', 99, 'b', 'b', 'b', 'b')");
        for (int shop = 0; shop < SHOPS; shop++) {
            UUID merchant = UUID.randomUUID();
            asOwner(
                    "insert into merchant (commune_id, id, name, bce, trade, state, contact_name, contact_mail, language,"
                            + " applied_at) values (" + commune + ", '" + merchant + "', 'Shop', '"
                            + enterpriseNumber(shop) + "', 'bench', 'accepted', 'x', 'x@example.org', 'fr', now())");
            merchants.add(merchant);
        }
        Tenancy.run(COMMUNE, () -> {
            bean(CampaignBook.class).fund(campaign, Long.parseLong(BUDGET_CENTS), "bench", Actor.SYSTEM);
            for (UUID merchant : merchants) {
                bean(Acceptances.class).accept(campaign, merchant);
                Tills.Pairing.Paired paired = bean(Tills.class).enrol(merchant, "Till", Optional.empty());
                tokens.add(paired.token().text());
                tills.add(paired.till().id());
            }
        });
    }

    private static String enterpriseNumber(int shop) {
        long first = 4_030_000L + shop;
        return "%08d%02d".formatted(first, 97 - first % 97);
    }

    /** Issues this many vouchers of 100 euro and gives their tokens. */
    List<String> issue(int count) {
        List<String> made = new ArrayList<>(count);
        Vouchers vouchers = bean(Vouchers.class);
        Tenancy.run(COMMUNE, () -> {
            for (int left = count; left > 0; left -= ISSUE_AT_ONCE) {
                IssueOutcome outcome = vouchers.issueToBearer(campaign, Math.min(left, ISSUE_AT_ONCE), Actor.SYSTEM);
                for (Voucher voucher : ((IssueOutcome.Issued) outcome).vouchers()) {
                    made.add(vouchers.token(voucher).text());
                }
            }
        });
        return made;
    }

    Cpu cpu() {
        return new Cpu(folder);
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    DatabaseAccess database() {
        return bean(Installation.class).database();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    List<AuditFinding> audit() {
        return bean(Audit.class).run();
    }

    void asOwner(String sql) throws SQLException {
        try (Connection owner = database().connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("set app.commune = '" + COMMUNE.value() + "'");
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
