package be.quartier.shop.terms.web;

import be.quartier.pages.Form;
import be.quartier.shop.OrderSource;
import be.quartier.shop.terms.Channels;
import be.quartier.shop.terms.PaymentWay;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that say by which ways a merchant takes orders. */
public final class ChannelFields {

    private static final String YES = "yes";

    private ChannelFields() {}

    /** The name of a way's box. */
    public static String box(OrderSource source) {
        return "channel-" + source.code();
    }

    static void fill(Form form, Channels channels) {
        channels.open().forEach(one -> form.with(box(one), YES));
        form.with("order-phone", channels.phone()).with("order-page", channels.page());
    }

    /** What was chosen; where something is wrong the form is refused and {@link Channels#FIRST} stands in. */
    static Channels read(Form form) {
        Set<OrderSource> open = Arrays.stream(OrderSource.values())
                .filter(one -> form.chosen(box(one), YES))
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            form.refuse(box(OrderSource.WEB), "terms.channels.missing");
        }
        String phone = open.contains(OrderSource.PHONE) ? form.text("order-phone") : "";
        if (open.contains(OrderSource.PHONE) && !Channels.isPhone(phone)) {
            form.refuse("order-phone", "terms.channels.phone.wrong");
        }
        String page = open.contains(OrderSource.MESSENGER) ? form.text("order-page") : "";
        if (open.contains(OrderSource.MESSENGER) && !PaymentWay.isAddress(page)) {
            form.refuse("order-page", "terms.channels.page.wrong");
        }
        return form.refused() ? Channels.FIRST : new Channels(open, phone, page);
    }
}
