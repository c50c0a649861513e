package be.quartier.shop.orders.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.pages.Problem;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.Offers.Goods;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.PlaceOutcome.Refused;
import be.quartier.shop.orders.PlaceOutcome.VoucherRefused;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import be.quartier.vouchers.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What is on sale, when it can be brought, and ordering it. */
@Controller
@RequestMapping("/api/v1/communes/{commune}")
class OrdersApi {

    private static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Offers offers;
    private final Slots slots;
    private final Orders orders;

    OrdersApi(Offers offers, Slots slots, Orders orders) {
        this.offers = offers;
        this.slots = slots;
        this.orders = orders;
    }

    /** Products on sale, a hundred at a time; {@code next} is the address of the page after. */
    @GetMapping("/products")
    @Allows(everyone = true)
    void products(
            Commune commune,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletResponse response)
            throws IOException {
        Optional<UUID> from = Optional.ofNullable(after).flatMap(OrderRequest::uuid);
        List<Goods> page = offers.goods(from, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<Map<String, Object>> products = new ArrayList<>();
        for (Goods goods : page.subList(0, Math.min(PAGE, page.size()))) {
            Map<String, Object> product = new LinkedHashMap<>();
            product.put("id", goods.id());
            product.put("name", goods.name());
            product.put("merchant", goods.merchant());
            product.put("merchantName", goods.merchantName());
            product.put(
                    "variants",
                    goods.variants().stream().map(OrdersApi::variant).toList());
            products.add(product);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("products", products);
        body.put(
                "next",
                more
                        ? "/api/v1/communes/" + commune.slug() + "/products?after="
                                + page.get(PAGE - 1).id()
                        : null);
        send(200, JSON.writeValueAsString(body), response);
    }

    /** Delivery slots that can be ordered for. */
    @GetMapping("/slots")
    @Allows(everyone = true)
    void slots(Commune commune, HttpServletResponse response) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Slot slot : slots.offered()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", slot.id());
            one.put("from", slot.from().toString());
            one.put("to", slot.to().toString());
            one.put("closes", slot.closes().toString());
            one.put("available", slot.available());
            all.add(one);
        }
        send(200, JSON.writeValueAsString(Map.of("slots", all)), response);
    }

    /** Places an order: 201, or the refusal's problem and nothing half done. */
    @PostMapping("/orders")
    @Allows(everyone = true)
    void order(
            Commune commune,
            Language language,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PlaceOutcome outcome = orders.place(OrderRequest.read(key, request, language));
        switch (outcome) {
            case Placed(UUID _, String tracking, String answer) ->
                send(
                        201,
                        answer + ",\"tracking\":\"" + tracking + "\",\"trackingPage\":\"/" + commune.slug() + "/orders/"
                                + tracking + "\"}",
                        response);
            case Refused refused -> throw problem(refused).raised();
            case VoucherRefused(Refusal why, OptionalLong balance) -> {
                Problem problem = Problem.of(why.status(), why.code(), why.messageKey());
                throw (balance.isPresent() ? problem.with("balanceCents", balance.getAsLong()) : problem).raised();
            }
        }
    }

    /** The problem of a refusal, with what it is about. */
    static Problem problem(Refused refused) {
        Problem problem = Problem.of(
                refused.why().status(), refused.why().code(), refused.why().key());
        for (Map.Entry<String, String> about : refused.about().entrySet()) {
            problem = about.getKey().endsWith("Cents")
                    ? problem.with(about.getKey(), Long.valueOf(about.getValue()))
                    : problem.with(about.getKey(), about.getValue());
        }
        return problem;
    }

    private static Map<String, Object> variant(Offer offer) {
        OptionalLong available = offer.available();
        OptionalInt step = offer.stepGrams();
        Map<String, Object> variant = new LinkedHashMap<>();
        variant.put("id", offer.variant());
        variant.put("name", offer.name());
        variant.put("unit", offer.unit().code());
        variant.put("priceCents", offer.priceCents());
        variant.put("depositCents", offer.depositCents());
        variant.put("stepGrams", step.isPresent() ? step.getAsInt() : null);
        variant.put("available", available.isPresent() ? available.getAsLong() : null);
        return variant;
    }

    private static void send(int status, String json, HttpServletResponse response) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
