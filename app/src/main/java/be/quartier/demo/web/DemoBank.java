package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.demo.bank.BankTwin;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.reimbursements.AtBank;
import be.quartier.vouchers.reimbursements.BankAnswers;
import be.quartier.vouchers.reimbursements.Reimbursements;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The counter of the bank's twin: answers to released files, to hand in as finance would. */
@Controller
class DemoBank {

    private static final int RUNS_SHOWN = 6;

    private final Communes communes;
    private final BankAnswers answers;
    private final Reimbursements reimbursements;
    private final Clock clock;

    DemoBank(Communes communes, BankAnswers answers, Reimbursements reimbursements, Clock clock) {
        this.communes = communes;
        this.answers = answers;
        this.reimbursements = reimbursements;
        this.clock = clock;
    }

    /** The files the bank got, newest first. */
    @Allows(everyone = true)
    @GetMapping("/demo/bank")
    View counter() {
        List<BankCounter> counters = communes.all().stream()
                .map(commune -> new BankCounter(
                        commune,
                        Tenancy.in(commune.id(), answers::atBank).stream()
                                .limit(RUNS_SHOWN)
                                .toList()))
                .toList();
        return View.of("demo/bank", Map.of("counters", counters));
    }

    /** An answer to a file: {@code rejected}, {@code paid} or {@code returned}. */
    @Allows(everyone = true)
    @GetMapping("/demo/bank/{slug}/{run}/{answer}.xml")
    ResponseEntity<byte[]> answer(
            @PathVariable("slug") String slug, @PathVariable("run") UUID run, @PathVariable("answer") String answer) {
        Commune commune =
                communes.bySlug(slug).orElseThrow(() -> Problem.notFound().raised());
        BankTwin.Order order = Tenancy.in(commune.id(), () -> order(run));
        List<BankTwin.Payment> payments = order.payments();
        byte[] file = switch (answer) {
            case "rejected" -> BankTwin.report(order, List.of(new BankTwin.Returned(payments.getFirst(), "AC04")));
            case "paid" -> BankTwin.paid(order);
            case "returned" -> BankTwin.returned(order, List.of(new BankTwin.Returned(payments.getLast(), "MD07")));
            default -> throw Problem.notFound().raised();
        };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bank-" + answer + ".xml")
                                .build()
                                .toString())
                .body(file);
    }

    private BankTwin.Order order(UUID run) {
        AtBank sent = answers.atBank().stream()
                .filter(one -> one.run().equals(run))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raised());
        return new BankTwin.Order(
                sent.messageId(),
                sent.paymentId(),
                sent.debtorIban(),
                Brussels.today(clock),
                reimbursements.lines(run).stream()
                        .map(line -> new BankTwin.Payment(line.endToEndId(), line.amountCents(), line.holder()))
                        .toList());
    }
}
