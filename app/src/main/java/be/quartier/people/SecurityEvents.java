package be.quartier.people;

import be.quartier.installation.MasterKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The log of sign-ins, refusals and ended sessions: one line each, without name, address or secret. The network is a keyed
 * hash, the same for the same network, so that an attack can be followed without keeping anybody's address.
 */
public final class SecurityEvents {

    private static final Logger LOG = LoggerFactory.getLogger("be.quartier.security");
    private static final int VALUE_MAX = 200;

    private final byte[] key;

    /** @param master gives the key of the hashed networks */
    public SecurityEvents(MasterKey master) {
        this.key = master.derive("people-log-network");
    }

    /** Somebody proved who they are. */
    public void succeeded(String event, UUID person, HttpServletRequest request) {
        log(event, Optional.of(person), "ok", request);
    }

    /** Somebody failed to, or was refused. */
    public void refused(String event, Optional<UUID> person, String reason, HttpServletRequest request) {
        log(event, person, reason, request);
    }

    private void log(String event, Optional<UUID> person, String reason, HttpServletRequest request) {
        var line = reason.equals("ok") ? LOG.atInfo() : LOG.atWarn();
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        line.setMessage("security event={} outcome={} person={} method={} route={} network={}")
                .addArgument(plain(event))
                .addArgument(plain(reason))
                .addArgument(person.map(UUID::toString).orElse("-"))
                .addArgument(plain(request.getMethod()))
                .addArgument(route == null ? "-" : plain(route.toString()))
                .addArgument(network(request.getRemoteAddr()))
                .log();
    }

    private String network(String address) {
        byte[] hash = MasterKey.hmac(key, Networks.of(address).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 6);
    }

    /** Text that cannot start a new line or forge a field: anything but letters, digits and quiet signs is escaped. */
    static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().limit(VALUE_MAX).forEach(c -> {
            boolean quiet = c < 127 && c > 32 && c != '=' && c != '\\' && c != '"';
            plain.append(quiet ? Character.toString(c) : "\\u{%x}".formatted(c));
        });
        return plain.toString();
    }
}
