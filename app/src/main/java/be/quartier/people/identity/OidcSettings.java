package be.quartier.people.identity;

import be.quartier.people.Assurance;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about the identity provider.
 *
 * @param issuer its name, also where its documents are found; https, but for a provider on this machine
 * @param client our name there
 * @param secret what proves that name
 * @param ways how people may prove who they are, at least one, each {@code acr} once
 */
public record OidcSettings(URI issuer, String client, String secret, List<Way> ways) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks and copies. */
    public OidcSettings {
        ways = List.copyOf(ways);
        if (!trustworthy(issuer) || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("QUARTIER_OIDC_ISSUER must be an https address without query");
        }
        long different = ways.stream().map(Way::acr).distinct().count();
        if (ways.isEmpty() || different != ways.size()) {
            throw new IllegalArgumentException("QUARTIER_OIDC_ACR must name at least one acr value, and each once");
        }
    }

    /**
     * Reads {@code quartier.oidc.issuer}, {@code .client-id}, {@code .client-secret} and {@code .acr}; empty when there is
     * none of them.
     *
     * @throws IllegalArgumentException when some are there and others are not, or one cannot be understood
     */
    public static Optional<OidcSettings> read(Function<String, @Nullable String> property) {
        List<String> values = Stream.of("issuer", "client-id", "client-secret", "acr")
                .map(name -> Optional.ofNullable(property.apply("quartier.oidc." + name))
                        .orElse("")
                        .strip())
                .toList();
        if (values.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("Sign-in by an identity provider needs all of QUARTIER_OIDC_ISSUER,"
                    + " QUARTIER_OIDC_CLIENT_ID, QUARTIER_OIDC_CLIENT_SECRET and QUARTIER_OIDC_ACR; set the missing ones"
                    + " or none.");
        }
        List<Way> ways =
                Arrays.stream(values.get(3).split(";")).map(OidcSettings::way).toList();
        return Optional.of(new OidcSettings(URI.create(values.get(0)), values.get(1), values.get(2), ways));
    }

    /** {@code acr=level=name}; the acr may itself hold equals signs. */
    private static Way way(String text) {
        int name = text.lastIndexOf('=');
        int level = text.lastIndexOf('=', name - 1);
        Optional<Assurance> assurance = level < 1
                ? Optional.empty()
                : Assurance.of(text.substring(level + 1, name).strip());
        return new Way(
                text.substring(0, Math.max(0, level)).strip(),
                assurance.orElseThrow(() -> new IllegalArgumentException("QUARTIER_OIDC_ACR is a list, separated by"
                        + " semicolons, of ACR=LEVEL=NAME with the levels low, substantial and high")),
                text.substring(name + 1).strip());
    }

    /** Whether what is said to an address is safe on its way. */
    static boolean trustworthy(URI address) {
        String host = address.getHost();
        return host != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + client + ", " + ways + "]";
    }
}
