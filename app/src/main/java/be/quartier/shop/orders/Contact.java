package be.quartier.shop.orders;

/**
 * Who ordered, as far as the merchants need to know.
 *
 * @param phone may be empty
 * @param address where goods are brought; empty when they are fetched
 */
public record Contact(String name, String mail, String phone, String address) {

    /** The longest of each. */
    public static final int LENGTH_MAX = 200;

    private static final String APART = "\n";

    /** Refuses what is longer or has line breaks. */
    public Contact {
        for (String one : new String[] {name, mail, phone, address}) {
            if (one.length() > LENGTH_MAX || one.contains(APART)) {
                throw new IllegalArgumentException("a contact is short, on one line each");
            }
        }
    }

    /** As it is sealed. */
    String text() {
        return String.join(APART, name, mail, phone, address);
    }

    static Contact of(String text) {
        String[] parts = text.split(APART, -1);
        return new Contact(parts[0], parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
