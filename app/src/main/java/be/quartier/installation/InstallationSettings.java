package be.quartier.installation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides before the start.
 *
 * @param data the data folder
 * @param external the operator's own PostgreSQL, or empty for the embedded one
 * @param appLogin the application's role in the external database when the owner may not create roles
 * @param masterKey base64 of 32 bytes shared by all nodes, or empty for the data folder's own
 */
public record InstallationSettings(
        Path data, Optional<External> external, Optional<DatabaseAccess.Login> appLogin, Optional<String> masterKey) {

    /** An operator's PostgreSQL, 15 or later: JDBC address and owner. */
    public record External(String url, DatabaseAccess.Login owner) {}

    /** Settings of an embedded installation in a folder. */
    public static InstallationSettings embedded(Path data) {
        return new InstallationSettings(data, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads {@code QUARTIER_DB_URL}, {@code QUARTIER_DB_USER}, {@code QUARTIER_DB_PASSWORD}, {@code
     * QUARTIER_DB_APP_USER}, {@code QUARTIER_DB_APP_PASSWORD} and {@code QUARTIER_MASTER_KEY}.
     *
     * @throws InstallationRefused when the address is given without a user
     */
    public static InstallationSettings read(Path data, Function<String, @Nullable String> environment) {
        String url = environment.apply("QUARTIER_DB_URL");
        Optional<External> external = Optional.empty();
        if (url != null && !url.isBlank()) {
            String user = environment.apply("QUARTIER_DB_USER");
            if (user == null || user.isBlank()) {
                throw new InstallationRefused("QUARTIER_DB_URL is set but QUARTIER_DB_USER is not; set both.");
            }
            String address = url.startsWith("jdbc:") ? url : "jdbc:" + url;
            external = Optional.of(new External(
                    address, new DatabaseAccess.Login(user, orEmpty(environment.apply("QUARTIER_DB_PASSWORD")))));
        }
        String appUser = environment.apply("QUARTIER_DB_APP_USER");
        Optional<DatabaseAccess.Login> app = appUser == null || appUser.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new DatabaseAccess.Login(appUser, orEmpty(environment.apply("QUARTIER_DB_APP_PASSWORD"))));
        return new InstallationSettings(
                data, external, app, Optional.ofNullable(environment.apply("QUARTIER_MASTER_KEY")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
