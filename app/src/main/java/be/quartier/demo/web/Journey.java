package be.quartier.demo.web;

import be.quartier.commune.Role;
import be.quartier.pages.Icon;
import java.util.List;

/**
 * Something to try: who one becomes and where one begins. Its texts are {@code demo.journey.<key>.title} and {@code .text}.
 *
 * @param path below the commune; where it begins
 */
public record Journey(String key, Role role, Icon icon, String path) {

    /** Every journey, a voucher's life first, then the shop's. */
    static final List<Journey> ALL = List.of(
            new Journey("campaign", Role.ECONOMY, Icon.VOUCHER, "/vouchers/campaigns"),
            new Journey("families", Role.RESIDENT, Icon.PEOPLE, "/vouchers"),
            new Journey("till", Role.CASHIER, Icon.TILL, "/till"),
            new Journey("live", Role.ECONOMY, Icon.CHART, "/vouchers/live"),
            new Journey("payments", Role.MERCHANT, Icon.EURO, "/merchant/payments"),
            new Journey("sign", Role.APPROVER, Icon.EDIT, "/vouchers/reimbursements"),
            new Journey("shop", Role.RESIDENT, Icon.BASKET, "/shop"),
            new Journey("orders", Role.MERCHANT, Icon.LIST, "/merchant/orders"),
            new Journey("call-backs", Role.ECONOMY, Icon.CLOCK, "/callbacks"),
            new Journey("staff", Role.ADMIN, Icon.GEAR, "/staff"),
            new Journey("audit", Role.AUDITOR, Icon.SEARCH, "/audit-trail"));

    /** Where it begins in a commune. */
    public String to(String slug) {
        return "/" + slug + path;
    }

    /** The address as handlers declare it. */
    String pattern() {
        return "/{commune}" + path;
    }
}
