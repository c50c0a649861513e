package be.quartier.bank;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small piece of a bank's file, read whole.
 *
 * @param currency the attribute {@code Ccy} of an amount
 * @param text what stands directly in it, without the space around
 */
record XmlNode(String name, Optional<String> currency, String text, List<XmlNode> children) {

    XmlNode {
        children = List.copyOf(children);
    }

    /** The first piece at this path below. */
    Optional<XmlNode> at(String... path) {
        Optional<XmlNode> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(node -> node.all(step).findFirst());
        }
        return here;
    }

    /** The text at this path below; empty when there is none. */
    Optional<String> text(String... path) {
        return at(path).map(XmlNode::text).filter(text -> !text.isEmpty());
    }

    /** The direct children of a name. */
    Stream<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    /** A code of the bank's lists, or its own words where it has no code. */
    Optional<String> reason(String information) {
        return at(information, "Rsn").flatMap(why -> why.text("Cd").or(() -> why.text("Prtry")));
    }
}
