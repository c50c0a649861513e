package be.quartier.pages;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page being made, first parameter of every template: who looks, in which commune and language, and how texts,
 * amounts and days are written there.
 */
public final class Page {

    private final Surroundings surroundings;
    private final Formats formats;

    /**
     * What a page knows of its request.
     *
     * @param commune the commune of the path, if the path is in one
     * @param visitor who looks
     * @param language the language negotiated
     * @param path the canonical path of this page, without its query
     * @param returnPath where the language switch comes back to
     * @param csrf the hidden field every form needs, if protection is on
     * @param flash the message left by the page before
     * @param demo whether the whole installation is a demo
     * @param doors what this visitor can enter from here
     * @param proofDue whether the visitor has work here that waits for one more proof of who they are
     * @param shop the name of the shop the visitor works for, where there is a choice of several
     * @param texts all texts
     * @param asset where static files are
     */
    public record Surroundings(
            Optional<Commune> commune,
            Visitor visitor,
            Language language,
            String path,
            String returnPath,
            Optional<Csrf> csrf,
            Optional<Flash> flash,
            boolean demo,
            List<Door> doors,
            boolean proofDue,
            Optional<String> shop,
            Texts texts,
            Asset asset) {
        /** Copies the doors. */
        public Surroundings {
            doors = List.copyOf(doors);
        }
    }

    /** Name and value of the hidden field that proves a form came from this site. */
    public record Csrf(String name, String value) {}

    /** A page in these surroundings. */
    public Page(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.formats = Formats.of(surroundings.language());
    }

    /** The text of a key in the visitor's language; numbers, days and instants among the arguments are formatted. */
    public String t(String key, Object... args) {
        return surroundings.texts().text(language(), key, args);
    }

    /** The sentence of a refusal. */
    public String t(Form.Refusal refusal) {
        return t(refusal.key(), refusal.args().toArray());
    }

    /** An amount: 12,50 €. */
    public String euros(long cents) {
        return formats.euros(cents);
    }

    /** A whole number. */
    public String number(long number) {
        return formats.number(number);
    }

    /** A share in whole per cent. */
    public String percent(long part, long whole) {
        return formats.percent(part, whole);
    }

    /** A day in words. */
    public String date(LocalDate day) {
        return formats.date(day);
    }

    /** The day, in Brussels, in words. */
    public String date(Instant instant) {
        return formats.date(Brussels.dateOf(instant));
    }

    /** A day in figures, for tables. */
    public String shortDate(LocalDate day) {
        return formats.shortDate(day);
    }

    /** The hour in Brussels. */
    public String time(Instant instant) {
        return formats.time(instant);
    }

    /** Day and hour in Brussels. */
    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    /** Words with a colon after them, as the visitor's language sets it. */
    public String colon(String words) {
        return words + (language() == Language.FR ? "\u00a0:" : ":");
    }

    /** Every format of the visitor's language. */
    public Formats formats() {
        return formats;
    }

    /** The commune this page is in. */
    public Optional<Commune> commune() {
        return surroundings.commune();
    }

    /** The path of a place in this commune: {@code to("/partners")}; outside a commune, the path itself. */
    public String to(String path) {
        return commune()
                .map(c -> "/" + c.slug() + (path.equals("/") ? "" : path))
                .orElse(path);
    }

    /** Who looks. */
    public Visitor visitor() {
        return surroundings.visitor();
    }

    /** Whether the visitor has one of these roles here. */
    public boolean may(Role... roles) {
        return visitor().is(roles);
    }

    /** The language of this page. */
    public Language language() {
        return surroundings.language();
    }

    /** The name of the commune in the visitor's language, or of the product outside a commune. */
    public String place() {
        return commune().map(c -> c.name(language())).orElse("Quartier");
    }

    /** The language as two letters. */
    public String lang() {
        return language().code();
    }

    /** The canonical path of this page. */
    public String path() {
        return surroundings.path();
    }

    /** Where the language switch comes back to: this page with its query, if it was fetched with GET. */
    public String returnPath() {
        return surroundings.returnPath();
    }

    /** The hidden field every form needs. */
    public Optional<Csrf> csrf() {
        return surroundings.csrf();
    }

    /** The message left by the page before. */
    public Optional<Flash> flash() {
        return surroundings.flash();
    }

    /** Whether the whole installation is a demo. */
    public boolean demo() {
        return surroundings.demo();
    }

    /** What this visitor can enter, in order. */
    public List<Door> doors(Door.Place place) {
        return surroundings.doors().stream()
                .filter(d -> d.places().contains(place))
                .toList();
    }

    /** Whether the visitor has work here that waits for one more proof of who they are. */
    public boolean proofDue() {
        return surroundings.proofDue();
    }

    /** The name of the shop the visitor works for now, where there is a choice of several. */
    public Optional<String> shop() {
        return surroundings.shop();
    }

    /** Whether the page shown lies behind this door of the menu, and behind no nearer one. */
    public boolean isBehind(Door door) {
        return doors(Door.Place.MENU).stream()
                .map(other -> to(other.path()))
                .filter(address -> path().equals(address) || path().startsWith(address + "/"))
                .max(Comparator.comparingInt(String::length))
                .filter(to(door.path())::equals)
                .isPresent();
    }

    /** The address of a static file, its content's hash in it. */
    public String asset(String file) {
        return surroundings.asset().url(file);
    }
}
