package be.quartier.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.money.Bce;
import be.quartier.money.Cents;
import be.quartier.money.Iban;
import be.quartier.money.Ogm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentFileTests {

    private static final String SCHEMA = "pain.001.001.09.xsd";
    private static final Iban PAYER = new Iban("BE68539007547034");

    @Test
    void theFileIsTheOneWrittenByHand() throws Exception {
        byte[] file = PaymentFile.write(handMade());
        String byHand;
        try (var stream = getClass().getResourceAsStream("/bank/pain.001.001.09-by-hand.xml")) {
            byHand = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo(byHand.replaceAll(">\\s+<", "><").strip());
        Schemas.validate(file, SCHEMA);
        assertThat(RuleReader.read(file).broken()).isEmpty();
    }

    @Test
    void theSameOrderGivesTheSameBytes() {
        assertThat(PaymentFile.write(handMade())).isEqualTo(PaymentFile.write(handMade()));
    }

    @Test
    void everyRandomRunIsValidKeepsEveryRuleAndTheReaderFindsTheSameCents() throws Exception {
        long seed = Long.getLong("quartier.seed", 20_261_123L);
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            PaymentOrder order = randomOrder(random, 1 + random.nextInt(60));
            byte[] file = PaymentFile.write(order);
            Schemas.validate(file, SCHEMA);
            var read = RuleReader.read(file);
            assertThat(read.broken()).as("seed %d run %d", seed, run).isEmpty();
            assertThat(read.lines()).as("seed %d run %d", seed, run).hasSameSizeAs(order.lines());
            for (int i = 0; i < order.lines().size(); i++) {
                var line = order.lines().get(i);
                assertThat(read.lines().get(i).amount())
                        .isEqualTo(BigDecimal.valueOf(line.amount().value(), 2));
                assertThat(read.lines().get(i).iban()).isEqualTo(line.creditor().value());
                assertThat(read.lines().get(i).id()).isEqualTo(line.id().value());
            }
        }
    }

    @Test
    void aFullFileOfTenThousandLinesIsValid() throws Exception {
        byte[] file = PaymentFile.write(randomOrder(new Random(7), PaymentOrder.MOST_LINES));
        Schemas.validate(file, SCHEMA);
        assertThat(RuleReader.read(file).broken()).isEmpty();
    }

    /** The reader is severe: each of these changes to a good file breaks at least one of its rules. */
    @Test
    void theRuleReaderSeesEveryBrokenRule() throws Exception {
        String good = new String(PaymentFile.write(handMade()), StandardCharsets.UTF_8);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("<CtrlSum>1262.61", "<CtrlSum>1262.60");
        changes.put("<NbOfTxs>3", "<NbOfTxs>2");
        changes.put("<ChrgBr>SLEV", "<ChrgBr>SHAR");
        changes.put("<SvcLvl><Cd>SEPA", "<SvcLvl><Cd>URGP");
        changes.put("<PmtMtd>TRF", "<PmtMtd>CHK");
        changes.put("NOTPROVIDED", "UNKNOWN");
        changes.put("1250.10</InstdAmt>", "1250.1</InstdAmt>");
        changes.put("Ccy=\"EUR\">12.50", "Ccy=\"USD\">12.50");
        changes.put(">0.01</InstdAmt>", ">0.00</InstdAmt>");
        changes.put("LINE-2", "LINE-1");
        changes.put("LINE-3", "LINE//3");
        changes.put("RUN-2026-11-23</MsgId>", "/RUN</MsgId>");
        changes.put("L'Epicerie", "L’Épicerie");
        changes.put("<Cd>SCOR", "<Cd>RADM");
        changes.put("<Issr>BBA", "<Issr>ISO");
        changes.put("010806817183", "010806817184");
        changes.put("<Ustrd>EUR", "<Ustrd>" + "x".repeat(140));
        changes.put("<IBAN>NL91ABNA0417164300", "<IBAN>NL91ABNA0417164301");
        changes.put("<IBAN>BE68539007547034", "<IBAN>BE74999000000303");
        changes.put("Coeur de Boeuf", "x".repeat(71));
        changes.put("<ReqdExctnDt><Dt>2026-11-25</Dt>", "<ReqdExctnDt>2026-11-25");
        changes.put("</Nm></Cdtr>", "</Nm><PstlAdr><Ctry>BE</Ctry></PstlAdr></Cdtr>");
        changes.put("<BtchBookg>true</BtchBookg>", "");
        for (var change : changes.entrySet()) {
            assertThat(good).contains(change.getKey());
            byte[] bad = good.replace(change.getKey(), change.getValue()).getBytes(StandardCharsets.UTF_8);
            assertThat(RuleReader.read(bad).broken()).as(change.toString()).isNotEmpty();
        }
    }

    @Test
    void anOrderABankWouldRefuseCannotBeMade() {
        var line = line("A", 100);
        assertThatThrownBy(() -> order("RUN", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("RUN", List.of(line, line))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("/RUN", List.of(line))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("R".repeat(34), List.of(line))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("A", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("A", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("A", 100_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("É", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Remittance.Text(" / ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new PaymentLine(new EndToEndId("A"), Cents.of(1), "商店", PAYER, new Remittance.Text("x")))
                .isInstanceOf(IllegalArgumentException.class);
        var madeAt = LocalDateTime.of(2026, 11, 23, 9, 30);
        assertThatThrownBy(() -> new PaymentOrder(
                        "RUN",
                        madeAt,
                        "Payer",
                        Optional.empty(),
                        PAYER,
                        LocalDate.of(2026, 11, 22),
                        true,
                        List.of(line)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PaymentOrder handMade() {
        return new PaymentOrder(
                "RUN-2026-11-23",
                LocalDateTime.of(2026, 11, 23, 9, 30, 0, 123_000_000),
                "Administration communale de Beauval-lez-Fosse",
                Optional.of(new Bce("0207437468")),
                PAYER,
                LocalDate.of(2026, 11, 25),
                true,
                List.of(
                        new PaymentLine(
                                new EndToEndId("LINE-1"),
                                Cents.of(125_010),
                                "L’Épicerie d’à côté & fils",
                                new Iban("FR1420041010050500013M02606"),
                                new Remittance.Structured(new Ogm("010806817183"))),
                        new PaymentLine(
                                new EndToEndId("LINE-2"),
                                Cents.of(1_250),
                                "Cœur de Bœuf «Chez Zoé»",
                                new Iban("NL91ABNA0417164300"),
                                new Remittance.Text("Chèques enfants, relevé du 1/11 au 15/11")),
                        new PaymentLine(
                                new EndToEndId("LINE-3"),
                                Cents.of(1),
                                "Bäckerei Müßelmann [Straße 3]",
                                new Iban("DE89370400440532013000"),
                                new Remittance.Text("€ 0,01 – essai!"))));
    }

    private static PaymentLine line(String id, long cents) {
        return new PaymentLine(new EndToEndId(id), Cents.of(cents), "Shop", PAYER, new Remittance.Text("text"));
    }

    private static PaymentOrder order(String id, List<PaymentLine> lines) {
        var madeAt = LocalDateTime.of(2026, 11, 23, 9, 30);
        return new PaymentOrder(id, madeAt, "Payer", Optional.empty(), PAYER, madeAt.toLocalDate(), true, lines);
    }

    private static PaymentOrder randomOrder(Random random, int size) {
        var campaign = new UUID(random.nextLong(), random.nextLong());
        var run = new UUID(random.nextLong(), random.nextLong());
        List<PaymentLine> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            var merchant = new UUID(random.nextLong(), random.nextLong());
            long cents = 1 + (random.nextLong() >>> random.nextInt(20, 63)) % 99_999_999_999L;
            Remittance remittance = random.nextBoolean()
                    ? new Remittance.Structured(Ogm.of(random.nextLong(0, 10_000_000_000L)))
                    : new Remittance.Text("n " + words(random, 200));
            lines.add(new PaymentLine(
                    EndToEndId.of(campaign, merchant, run, 1 + random.nextInt(3)),
                    Cents.of(cents),
                    "Z" + words(random, 90),
                    belgian(random.nextLong(0, 10_000_000_000L)),
                    remittance));
        }
        var madeAt = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(500_000));
        LocalDate day = madeAt.toLocalDate().plusDays(random.nextInt(5));
        Optional<Bce> bce = random.nextBoolean() ? Optional.of(new Bce("0207437468")) : Optional.empty();
        return new PaymentOrder(
                EndToEndId.forRun(run, "-R"),
                madeAt,
                "Commune " + words(random, 90),
                bce,
                PAYER,
                day,
                random.nextBoolean(),
                lines);
    }

    /** Text of every kind: Latin with accents, Greek, Cyrillic, Chinese, emoji, control characters, half of a pair. */
    private static String words(Random random, int longest) {
        String alphabet = "abcXYZ 0189 éèçàùâêîôûäëïöüßœŒæøłđþıŠŽčñõÅ &@#$%*;<=>[]^_`{|}~\"!€№ “”«»’–…"
                + "//--''((ΑΒΓΔαβγδωΏАБВГщя中国\t\n\u0000\u0007\u200b\u00a0😀\ud83d";
        var text = new StringBuilder();
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static Iban belgian(long ten) {
        long national = ten % 97 == 0 ? 97 : ten % 97;
        String account = String.format(Locale.ROOT, "%010d%02d", ten, national);
        int rest =
                new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue();
        return new Iban(String.format(Locale.ROOT, "BE%02d%s", 98 - rest, account));
    }
}
