package be.quartier.vouchers.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.pages.Problem;
import be.quartier.people.TillPrincipal;
import be.quartier.vouchers.Balance;
import be.quartier.vouchers.Balances;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is left on a voucher. The code comes in a header, never in the address; without a till only the token of the QR
 * code counts, because a typed code could be guessed.
 */
@Controller
@RequestMapping("/api/v1/communes/{commune}/vouchers/balance")
class BalanceApi {

    private final Balances balances;

    BalanceApi(Balances balances) {
        this.balances = balances;
    }

    /** For whoever holds the letter. */
    @GetMapping
    @Allows(everyone = true)
    void ofLetter(
            Commune commune,
            @RequestHeader(name = "Voucher-Code", required = false) @Nullable String code,
            HttpServletResponse response)
            throws IOException {
        answer(balances.byToken(parse(code)), response);
    }

    /** For a till, which may also type the code. */
    @GetMapping(headers = "Authorization")
    @Allows(tills = true)
    void atTill(
            Commune commune,
            TillPrincipal till,
            @RequestHeader(name = "Voucher-Code", required = false) @Nullable String code,
            HttpServletResponse response)
            throws IOException {
        answer(balances.atTill(parse(code), till.merchant()), response);
    }

    private static VoucherCode parse(@Nullable String code) {
        if (code == null) {
            throw Problem.of(400, "invalid-voucher", "vouchers.api.invalid-voucher")
                    .raised();
        }
        return VoucherCode.parse(code);
    }

    private static void answer(Balances.Outcome outcome, HttpServletResponse response) throws IOException {
        switch (outcome) {
            case Balances.Found(Balance balance) ->
                SpendsApi.send(
                        "{\"balanceCents\":" + balance.cents() + ",\"state\":\""
                                + balance.voucher().state().code() + "\",\"validFrom\":\""
                                + balance.voucher().validFrom() + "\",\"validUntil\":\""
                                + balance.voucher().validUntil() + "\"}",
                        response);
            case Balances.NotShown(Refusal why) ->
                throw SpendsApi.problem(new Refused(why, OptionalLong.empty())).raised();
        }
    }
}
