package be.quartier.shop.basket;

import be.quartier.pages.Form;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.SellingTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The fields in which a buyer says how each merchant is paid, and how what a voucher does not cover is paid. */
final class WayFields {

    private WayFields() {}

    /** What was chosen. */
    record Chosen(Map<UUID, Modality> ways, Map<UUID, Modality> rests) {}

    static String way(SellingTerms terms) {
        return "w-" + terms.merchant();
    }

    static String rest(SellingTerms terms) {
        return "r-" + terms.merchant();
    }

    /** What was chosen before, or else what each merchant prefers. */
    static Form fill(Checkout checkout, List<SellingTerms> terms) {
        Form form = Form.empty().with("voucher", checkout.voucher());
        boolean brought = checkout.slot().isPresent();
        for (SellingTerms one : terms) {
            Modality known = checkout.ways().get(one.merchant());
            one.ways(brought).stream()
                    .map(SellingTerms.Way::modality)
                    .filter(way -> known == null ? way != Modality.VOUCHER : known == way)
                    .findFirst()
                    .ifPresent(way -> form.with(way(one), way.code()));
            Optional<Modality> rest = known == null
                    ? one.besidesVoucher(brought).stream().findFirst()
                    : Optional.ofNullable(checkout.rests().get(one.merchant()));
            form.with(rest(one), rest.map(Modality::code).orElse(""));
        }
        return form;
    }

    /** Reads what was chosen; refuses the form where a merchant's way is missing. */
    static Chosen read(Form form, List<SellingTerms> terms, boolean brought) {
        Map<UUID, Modality> ways = new HashMap<>();
        Map<UUID, Modality> rests = new HashMap<>();
        for (SellingTerms one : terms) {
            Optional<Modality> way = Modality.of(form.text(way(one)))
                    .filter(chosen -> one.ways(brought).stream().anyMatch(each -> each.modality() == chosen));
            way.ifPresent(chosen -> ways.put(one.merchant(), chosen));
            if (way.isEmpty() && !one.ways(brought).isEmpty()) {
                form.refuse(way(one), "basket.way.missing", one.name());
            }
            if (way.filter(Modality.VOUCHER::equals).isPresent()) {
                Modality.of(form.text(rest(one)))
                        .filter(one.besidesVoucher(brought)::contains)
                        .ifPresent(chosen -> rests.put(one.merchant(), chosen));
            }
        }
        return new Chosen(ways, rests);
    }
}
