package be.quartier.vouchers.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.pages.Problem;
import be.quartier.people.TillPrincipal;
import be.quartier.vouchers.Refunds;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tills take part of a voucher, and give it back. */
@Controller
@RequestMapping("/api/v1/communes/{commune}/spends")
class SpendsApi {

    /** Always six digits, so that the same instant is always written alike. */
    static final DateTimeFormatter MICROS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final Spends spends;
    private final Refunds refunds;

    SpendsApi(Spends spends, Refunds refunds) {
        this.spends = spends;
        this.refunds = refunds;
    }

    /** Takes an amount: 201 with the receipt, or the refusal's problem. */
    @PostMapping
    @Allows(tills = true)
    void spend(
            Commune commune,
            TillPrincipal till,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String checkedKey = MoneyRequest.key(key);
        MoneyRequest body = MoneyRequest.of(request);
        VoucherCode code = VoucherCode.parse(body.voucher());
        OptionalLong amount = body.amountCents();
        if (amount.isEmpty()) {
            throw problem(new Refused(Refusal.AMOUNT_OUT_OF_RANGE, OptionalLong.empty()))
                    .raised();
        }
        answer(spends.spend(new Spend(code, amount.getAsLong(), till.merchant(), till.till(), checkedKey)), response);
    }

    /** Gives back part or all of a spend: 201 with the receipt, or the refusal's problem. */
    @PostMapping("/{spend}/refunds")
    @Allows(tills = true)
    void refund(
            Commune commune,
            TillPrincipal till,
            @PathVariable("spend") String spend,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String checkedKey = MoneyRequest.key(key);
        OptionalLong amount = MoneyRequest.of(request).amountCents();
        if (amount.isEmpty()) {
            throw problem(new Refused(Refusal.AMOUNT_OUT_OF_RANGE, OptionalLong.empty()))
                    .raised();
        }
        Refunds.Request asked = new Refunds.Request(id(spend), till.merchant(), till.till(), checkedKey);
        answer(refunds.refund(asked, amount.getAsLong()), response);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw problem(new Refused(Refusal.UNKNOWN_SPEND, OptionalLong.empty()))
                    .raised();
        }
    }

    private static void answer(SpendOutcome outcome, HttpServletResponse response) throws IOException {
        switch (outcome) {
            case Done done -> write(done, response);
            case Refused refused -> throw problem(refused).raised();
        }
    }

    // Written by hand, field by field, so that a repeat is answered with the same bytes.
    private static void write(Done done, HttpServletResponse response) throws IOException {
        String json = "{\"id\":\"" + done.id() + "\",\"amountCents\":" + done.amountCents() + ",\"balanceCents\":"
                + done.balanceCents() + ",\"at\":\"" + MICROS.format(done.at()) + "\",\"receipt\":\"" + done.receipt()
                + "\"}";
        response.setStatus(HttpServletResponse.SC_CREATED);
        send(json, response);
    }

    static void send(String json, HttpServletResponse response) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    static Problem problem(Refused refused) {
        Refusal why = refused.why();
        Problem problem = Problem.of(why.status(), why.code(), why.messageKey());
        return refused.balanceCents().isPresent()
                ? problem.with("balanceCents", refused.balanceCents().getAsLong())
                : problem;
    }
}
