package be.quartier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options and words after a command's name: {@code --name value}, {@code --name=value}, {@code --flag} and words.
 */
record Options(Map<String, String> values, Set<String> flags, List<String> words) {

    /**
     * Reads the arguments.
     *
     * @param usage the line shown for {@code --help} and added to every complaint
     * @throws WrongUse for an unknown option, a missing value or too many words
     */
    static Options parse(List<String> arguments, Set<String> valued, Set<String> flagged, int wordsMax, String usage) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            String[] parts = argument.substring(2).split("=", 2);
            if (parts[0].equals("help")) {
                System.out.println(usage);
                System.exit(0);
            } else if (flagged.contains(parts[0]) && parts.length == 1) {
                flags.add(parts[0]);
            } else if (!valued.contains(parts[0])) {
                throw new WrongUse("There is no option --" + parts[0] + ". " + usage);
            } else if (parts.length == 2) {
                values.put(parts[0], parts[1]);
            } else if (++i < arguments.size()) {
                values.put(parts[0], arguments.get(i));
            } else {
                throw new WrongUse("The option --" + parts[0] + " needs a value. " + usage);
            }
        }
        if (words.size() > wordsMax) {
            throw new WrongUse("'" + words.get(wordsMax) + "' is one word too many. " + usage);
        }
        return new Options(values, flags, words);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A TCP port given as an option. */
    int port(String name, int otherwise) {
        try {
            int port = value(name).map(Integer::parseInt).orElse(otherwise);
            if (port < 0 || port > 65_535) {
                throw new WrongUse("--" + name + " takes a port from 0 to 65535, not " + port + ".");
            }
            return port;
        } catch (NumberFormatException e) {
            throw new WrongUse("--" + name + " takes a port from 0 to 65535, not '" + values.get(name) + "'.");
        }
    }
}
