package be.quartier.pages;

/**
 * Our one set of signs, drawn on a 24 × 24 grid with round strokes of 2, inlined where used. Always decoration: the
 * words beside it say the same.
 */
public enum Icon {
    /** A voucher. */
    VOUCHER(
            "M3 8a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-2a2 2 0 0 0 0-4z M14 6v2 M14 11v2 M14 16v2"),
    /** A shop. */
    SHOP("M4 10v10h16V10 M3 10l2-6h14l2 6 M3 10a3 3 0 0 0 6 0a3 3 0 0 0 6 0a3 3 0 0 0 6 0 M10 20v-5h4v5"),
    /** A shopping basket. */
    BASKET("M3 10h18l-2 10H5z M8 10l3-6 M16 10l-3-6 M9 13v4 M12 13v4 M15 13v4"),
    /** A price tag: goods. */
    TAG("M4 4h8l8 8l-8 8l-8-8z M8.500 8.500h.01"),
    /** A till. */
    TILL("M5 11h14l2 9H3z M7 11V5h7v6 M9 8h3 M17 11V8 M15 8h4 M7 15h2 M11 15h2 M15 15h2"),
    /** A key: sign in. */
    KEY("M7 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8 M11 12h10v4 M17 12v3"),
    /** The town hall. */
    TOWN_HALL("M3 21h18 M5 21V10 M19 21V10 M9 21V10 M15 21V10 M3 10l9-6l9 6z M12 4V2"),
    /** Several people. */
    PEOPLE(
            "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z M2.5 20a6.5 6.5 0 0 1 13 0 M16 4.5a3.5 3.5 0 0 1 0 6.5 M18 14.5a6.5 6.5 0 0 1 3.5 5.5"),
    /** One person. */
    PERSON("M12 11a4 4 0 1 0 0-8a4 4 0 0 0 0 8z M4.5 21a7.5 7.5 0 0 1 15 0"),
    /** A letter. */
    LETTER("M3 6h18v12H3z M3 7l9 7l9-7"),
    /** A figure that moves. */
    CHART("M4 20V4 M4 20h16 M8 16v-4 M12 16V8 M16 16v-6"),
    /** Money on its way. */
    EURO("M18 6.5a7 7 0 1 0 0 11 M4 10.5h9 M4 13.5h8"),
    /** A list. */
    LIST("M9 6h11 M9 12h11 M9 18h11 M4.5 6h.01 M4.5 12h.01 M4.5 18h.01"),
    /** A map. */
    MAP("M9 5L3 7v13l6-2l6 2l6-2V5l-6 2z M9 5v13 M15 7v13"),
    /** A place. */
    PIN("M12 21s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12z M12 11.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5z"),
    /** A day. */
    CALENDAR("M4 6h16v14H4z M4 10h16 M8 3v5 M16 3v5"),
    /** An hour. */
    CLOCK("M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18z M12 7v5l3 2"),
    /** Done. */
    CHECK("M4 12.5l5.5 5.5L20 7"),
    /** Refused. */
    CROSS("M6 6l12 12 M18 6L6 18"),
    /** Attention. */
    WARNING("M12 4L2.5 20h19z M12 10v4.5 M12 17.3h.01"),
    /** Good to know. */
    INFO("M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18z M12 11v5.5 M12 7.6h.01"),
    /** Take back. */
    UNDO("M8 5L4 9l4 4 M4 9h10a6 6 0 0 1 0 12h-3"),
    /** Look for. */
    SEARCH("M10.5 17a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13z M15.5 15.5L21 21"),
    /** Fetch a file. */
    DOWNLOAD("M12 3v12 M7 11l5 5l5-5 M4 20h16"),
    /** Give a file. */
    UPLOAD("M12 16V4 M7 8l5-5l5 5 M4 20h16"),
    /** On paper. */
    PRINT("M7 8V3h10v5 M7 17H4V8h16v9h-3 M7 14h10v7H7z"),
    /** On with it. */
    ARROW("M4 12h15 M13 6l6 6l-6 6"),
    /** Back. */
    BACK("M20 12H5 M11 6l-6 6l6 6"),
    /** One more. */
    PLUS("M12 5v14 M5 12h14"),
    /** Change. */
    EDIT("M4 20l1-4L16 5l3 3L8 19z M14 7l3 3"),
    /** Locked. */
    LOCK("M6 11h12v9H6z M8.5 11V7.5a3.5 3.5 0 0 1 7 0V11"),
    /** The camera. */
    CAMERA("M4 8h4l1.5-3h5L16 8h4v11H4z M12 16.5a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z"),
    /** A QR code. */
    SCAN("M4 8V4h4 M16 4h4v4 M20 16v4h-4 M8 20H4v-4 M8 8h3v3H8z M14 8h2 M8 14h2 M13 13h3v3"),
    /** A delivery bike. */
    BIKE(
            "M6 18a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z M18 18a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z M6 14.5l4-6.5h5l3 6.5 M10 8l3 6.5H6 M15 8V5h2"),
    /** Erase one sign. */
    ERASE("M9 6h12v12H9l-6-6z M12.5 9.5l5 5 M17.5 9.5l-5 5"),
    /** Leave. */
    LEAVE("M10 4H5v16h5 M9 12h11 M16 8l4 4l-4 4"),
    /** Settings. */
    GEAR(
            "M12 15a3 3 0 1 0 0-6a3 3 0 0 0 0 6z M12 3v3 M12 18v3 M3 12h3 M18 12h3 M5.6 5.6l2.2 2.2 M16.2 16.2l2.2 2.2 M18.400 5.6l-2.2 2.2 M7.8 16.2l-2.2 2.2");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The SVG element, hidden from assistive technology. */
    public String svg() {
        return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"" + path
                + "\"/></svg>";
    }
}
