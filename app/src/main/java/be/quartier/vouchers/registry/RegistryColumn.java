package be.quartier.vouchers.registry;

import java.util.List;

/**
 * What a column of a civil-registry extract can mean, with the header names that are understood without any setting.
 *
 * <p>The first name is the French one that {@link RegistryColumns#header()} writes; the others are what Dutch and German
 * speaking town halls and other software export. The IT numbers are those of the national register's own structure.
 */
public enum RegistryColumn {
    /** National register number (IT000), 11 digits, with or without punctuation. */
    NISS(true, "NISS NUMERO_NATIONAL NUM_NATIONAL NRN INSZ RIJKSREGISTERNUMMER RRN NATIONALNUMMER"),
    /** Family name (IT010). */
    LAST_NAME(true, "NOM NOM_FAMILLE NAAM FAMILIENAAM ACHTERNAAM NAME NACHNAME"),
    /** Given names (IT010), the first is used. */
    FIRST_NAME(true, "PRENOM PRENOMS VOORNAAM VOORNAMEN VORNAME VORNAMEN"),
    /** Day of birth, parts may be 00 when unknown. */
    BIRTH_DATE(true, "DATE_NAISSANCE NAISSANCE GEBOORTEDATUM GEBURTSDATUM"),
    /** Sex as registered: M, F or empty. */
    SEX(false, "SEXE GESLACHT GESCHLECHT"),
    /** Street name (IT020). */
    STREET(true, "RUE NOM_RUE VOIE STRAAT STRAATNAAM STRASSE"),
    /** House number (IT020); the box may stick to it ("12 bte 3"). */
    NUMBER(true, "NUMERO NUM NUMERO_MAISON HUISNUMMER NUMMER HAUSNUMMER"),
    /** Box (IT020): "3", "b3", "bte 3", "bus 3". */
    BOX(false, "BOITE BTE BUS BUSNUMMER BRIEFKASTEN"),
    /** Postcode, four digits. */
    POSTCODE(true, "CP CODE_POSTAL POSTCODE POSTNUMMER POSTLEITZAHL PLZ"),
    /** Town or section of the commune. */
    TOWN(true, "COMMUNE LOCALITE VILLE GEMEENTE PLAATS WOONPLAATS GEMEINDE ORT"),
    /** Number of the household in the registry (IT140). */
    HOUSEHOLD(false, "CODE_MENAGE MENAGE NUM_MENAGE GEZINSNUMMER GEZIN HAUSHALT"),
    /** The household's reference person (IT140), often given by its own national number. */
    HOUSEHOLD_HEAD(false, "CHEF_MENAGE PERSONNE_REFERENCE REFERENTIEPERSOON GEZINSHOOFD BEZUGSPERSON"),
    /** Language of the household's letters. */
    LANGUAGE(false, "LANGUE TAAL SPRACHE"),
    /** Whether the address may not be given out. */
    PROTECTED(false, "ADRESSE_PROTEGEE PROTEGEE BESCHERMD_ADRES BESCHERMD ADRESSE_GESCHUETZT"),
    /** Day of death (IT150). */
    DEATH_DATE(false, "DATE_DECES DECES DATUM_OVERLIJDEN OVERLIJDENSDATUM STERBEDATUM"),
    /** Day of removal from the register: left the commune, or struck off. */
    REMOVAL_DATE(false, "DATE_RADIATION RADIATION DATE_SORTIE DATUM_AFVOERING AFVOERING ABGANGSDATUM"),
    /** Day since which the person lives in the commune (IT001). */
    ARRIVAL_DATE(false, "DATE_INSCRIPTION DATE_ENTREE DATUM_INSCHRIJVING INSCHRIJVINGSDATUM ZUZUGSDATUM"),
    /** Shared custody: "P" or empty at the household of registration, "S" at the other parent's. */
    CUSTODY(false, "HEBERGEMENT GARDE VERBLIJFSREGELING VERBLIJF UNTERBRINGUNG"),
    /** District of the commune, when the registry knows it. */
    DISTRICT(false, "QUARTIER SECTEUR WIJK VIERTEL");

    private final boolean required;
    private final String names;

    RegistryColumn(boolean required, String names) {
        this.required = required;
        this.names = names;
    }

    /** Whether an extract without this column is refused. */
    public boolean required() {
        return required;
    }

    /** Header names understood for this column, the written one first; upper case, words joined by an underscore. */
    public List<String> names() {
        return List.of(names.split(" "));
    }
}
