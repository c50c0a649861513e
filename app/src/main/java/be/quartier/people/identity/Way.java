package be.quartier.people.identity;

import be.quartier.people.Assurance;

/**
 * One way to prove who one is at the provider.
 *
 * @param acr the provider's name for it, sent as {@code acr_values} and expected back as {@code acr}
 * @param assurance what it is worth
 * @param name what the button says, a name of its own in every language, such as {@code itsme}
 */
public record Way(String acr, Assurance assurance, String name) {

    private static final int NAME_MAX = 40;

    /** Checks what an operator wrote. */
    public Way {
        if (!acr.matches("[\\x21-\\x7e&&[^@\"\\\\]]{1,160}")) {
            throw new IllegalArgumentException("an acr value is 1 to 160 visible ASCII characters");
        }
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("a way to sign in has a name of 1 to 40 characters");
        }
    }
}
