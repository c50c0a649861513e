package be.quartier.bench;

import be.quartier.installation.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Spends over HTTP with a till's bearer token, beside the bare statement on the same database at the same concurrency; at
 * ten thousand and at a million vouchers.
 */
final class SpendsBench implements Benchmark {

    private static final int CLIENTS = Integer.getInteger("quartier.bench.clients", 32);
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("quartier.bench.vouchers", 1_000_000);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    @Override
    public String purpose() {
        return "vouchers spent over HTTP, beside the bare SQL statement (target: 0.5 of it, aim 1)";
    }

    @Override
    public void run(Duration each, Report report) throws Exception {
        try (Town town = new Town()) {
            report.line("clients", CLIENTS, "connections");
            List<String> tokens = new ArrayList<>(issue(town, FEW, report));
            Pair few = measure("10k", town, tokens, each, report);
            tokens.addAll(issue(town, MANY - FEW, report));
            Pair many = measure("1M", town, tokens, each, report);
            long faults =
                    town.audit().stream().filter(finding -> !finding.holds()).count();
            report.line("audit-faults", (double) faults, "invariants");
            report.line(
                    "flatness-1M-to-10k", many.http().perSecond() / few.http().perSecond(), "ratio");
            report.line("ratio-10k", few.ratio(), "ratio");
            report.line("ratio", many.ratio(), "ratio");
        }
    }

    private record Pair(Load.Figures http, Load.Figures bare) {
        double ratio() {
            return http.perSecond() / bare.perSecond();
        }
    }

    private static List<String> issue(Town town, int count, Report report) throws SQLException {
        report.doing("Issuing " + count + " vouchers ...");
        long before = System.nanoTime();
        List<String> tokens = town.issue(count);
        double seconds = (System.nanoTime() - before) / 1e9;
        report.line("issue-" + count, count / seconds, "vouchers/s");
        town.asOwner("vacuum analyze voucher, account, transfer, campaign, acceptance");
        return tokens;
    }

    private static Pair measure(String name, Town town, List<String> tokens, Duration each, Report report)
            throws Exception {
        List<byte[]> hashes = hashes(town.database());
        long round = System.nanoTime();
        Load.Clients http = number ->
                new HttpTill(town.port(), town.tokens.get(number % town.tokens.size()), tokens, round * 1_000 + number);
        Cpu cpu = town.cpu();
        int cluster = cluster(town.database());
        Load.Clients bare = number -> new BareSpend(
                town.database(),
                Town.COMMUNE,
                town.merchants.get(number % town.merchants.size()),
                town.tills.get(number % town.tills.size()),
                cluster,
                hashes,
                round * 1_000 + number);
        report.doing("Warming up at " + name + " ...");
        Load.run(cpu, CLIENTS, WARM_UP, http);
        Load.run(cpu, CLIENTS, WARM_UP.dividedBy(3), bare);
        report.doing("Measuring at " + name + " ...");
        Load.Figures overHttp = Load.run(cpu, CLIENTS, each, number -> http.client(number + CLIENTS));
        Load.Figures alone = Load.run(cpu, CLIENTS, each, number -> bare.client(number + CLIENTS));
        report.line("http-" + name, overHttp.perSecond(), "spends/s");
        report.line("http-" + name + "-p50", overHttp.p50Millis(), "ms");
        report.line("http-" + name + "-p99", overHttp.p99Millis(), "ms");
        report.line("http-" + name + "-cpu", overHttp.cpuMicros(), "us/spend");
        report.line("bare-" + name, alone.perSecond(), "spends/s");
        report.line("bare-" + name + "-p99", alone.p99Millis(), "ms");
        report.line("bare-" + name + "-cpu", alone.cpuMicros(), "us/spend");
        return new Pair(overHttp, alone);
    }

    private static int cluster(DatabaseAccess access) throws SQLException {
        try (Connection owner = access.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select max(cluster) from transfer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<byte[]> hashes(DatabaseAccess access) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        try (Connection owner = access.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select token_hash from voucher")) {
            while (rows.next()) {
                hashes.add(rows.getBytes(1));
            }
        }
        return hashes;
    }
}
