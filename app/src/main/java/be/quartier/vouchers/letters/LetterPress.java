package be.quartier.vouchers.letters;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.pages.Texts;
import be.quartier.paper.Letter;
import be.quartier.paper.LetterContent;
import be.quartier.paper.LetterTooLong;
import be.quartier.paper.Letters;
import be.quartier.paper.PostalAddress;
import be.quartier.vouchers.VoucherSecrets;
import be.quartier.vouchers.letters.store.BatchRows;
import be.quartier.vouchers.letters.store.LetterRows;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws the letters of batches: first all once, to see that they fit; then whenever somebody takes the file. */
@Component
public class LetterPress {

    private static final int AT_ONCE = 200;

    private final BatchRows batches;
    private final LetterRows rows;
    private final LetterWords words;
    private final VoucherSecrets secrets;
    private final Texts texts;
    private final Communes communes;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String host;

    LetterPress(
            JdbcClient jdbc,
            LetterWords words,
            VoucherSecrets secrets,
            Texts texts,
            Communes communes,
            TransactionTemplate transactions,
            Environment environment,
            Clock clock) {
        this.batches = new BatchRows(jdbc);
        this.rows = new LetterRows(jdbc);
        this.words = words;
        this.secrets = secrets;
        this.texts = texts;
        this.communes = communes;
        this.transactions = transactions;
        this.clock = clock;
        this.host = PublicAddress.of(environment);
    }

    /**
     * Writes the file of a batch of the current commune into the stream.
     *
     * @return number of letters written; fewer than the batch has when children left the registry since
     */
    public int print(LetterBatch batch, OutputStream out) {
        LetterContent content = words.of(batch.campaign(), Brussels.dateOf(batch.createdAt()));
        int[] written = {0};
        new Letters(texts)
                .print(out, content, batch.createdAt(), letters(batch, 1, batch.letters()), _ -> written[0]++);
        return written[0];
    }

    /** Checks the next letters of one waiting batch of the current commune; whether there was anything to do. */
    boolean check() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<LetterBatch> taken = batches.take(commune());
            taken.ifPresent(this::check);
            return taken.isPresent();
        }));
    }

    private void check(LetterBatch batch) {
        int to = Math.min(batch.letters(), batch.checked() + AT_ONCE);
        int[] drawn = {0};
        Optional<String> fault = Optional.empty();
        try {
            new Letters(texts)
                    .print(
                            OutputStream.nullOutputStream(),
                            words.of(batch.campaign(), Brussels.dateOf(batch.createdAt())),
                            batch.createdAt(),
                            letters(batch, batch.checked() + 1, to),
                            _ -> drawn[0]++);
        } catch (LetterTooLong e) {
            fault = Optional.of(LetterBatch.TOO_LONG);
        }
        if (fault.isEmpty() && drawn[0] < to - batch.checked()) {
            fault = Optional.of(LetterBatch.GONE);
        }
        if (fault.isPresent()) {
            batches.fault(commune(), batch.id(), fault);
        } else {
            batches.checked(commune(), batch.id(), to, clock.instant());
        }
    }

    private Iterator<Letter> letters(LetterBatch batch, int from, int to) {
        return IntStream.iterate(from, start -> start <= to, start -> start + AT_ONCE)
                .boxed()
                .flatMap(start -> read(batch.id(), start, Math.min(to, start + AT_ONCE - 1)).stream())
                .iterator();
    }

    private List<Letter> read(UUID batch, int from, int to) {
        List<LetterRows.Line> lines = transactions.execute(_ -> rows.lines(commune(), batch, from, to));
        List<Letter> letters = new ArrayList<>();
        for (int first = 0; lines != null && first < lines.size(); ) {
            int last = first;
            while (last < lines.size()
                    && lines.get(last).letter().equals(lines.get(first).letter())) {
                last++;
            }
            letters.add(letter(lines.subList(first, last)));
            first = last;
        }
        return letters;
    }

    private Letter letter(List<LetterRows.Line> lines) {
        LetterRows.Line first = lines.getFirst();
        Language language = Language.of(first.language()).orElseThrow();
        Optional<PostalAddress> address = first.counter()
                ? Optional.empty()
                : Optional.of(
                        new PostalAddress(first.street(), first.number(), first.box(), first.postcode(), first.town()));
        return new Letter(
                first.sequence(),
                language,
                List.of(addressee(language, lines)),
                address,
                lines.stream().map(this::slip).toList());
    }

    private String addressee(Language language, List<LetterRows.Line> lines) {
        List<String> names = lines.stream()
                .map(LetterRows.Line::lastName)
                .distinct()
                .limit(3)
                .toList();
        return texts.text(language, "letters.addressee", String.join(" – ", names));
    }

    private Letter.VoucherSlip slip(LetterRows.Line line) {
        Commune commune = communes.get(Tenancy.required());
        String token = secrets.token(line.voucher(), line.generation()).text();
        return new Letter.VoucherSlip(
                bearer(line.firstName(), line.lastName()),
                line.serial(),
                line.faceCents(),
                (host + "/" + commune.slug() + "/b/" + token).toUpperCase(Locale.ROOT),
                secrets.typed(line.voucher(), line.generation(), line.nonce()).printed(),
                line.until());
    }

    /** A child as a voucher names it: first name and initial. */
    public static String bearer(String firstName, String lastName) {
        String first = firstName.strip().split("[ ,]+", 2)[0];
        String name = first.isEmpty() ? firstName : first;
        return lastName.isBlank()
                ? name
                : name + " " + lastName.strip().substring(0, 1).toUpperCase(Locale.ROOT) + ".";
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
