package be.quartier.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the Nu HTML checker finds wrong with a page; it reads its schema once for all pages of a process. */
final class Validity {

    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";
    private static final Faults FAULTS = new Faults();
    private static final SimpleDocumentValidator CHECKER = checker();

    private Validity() {}

    /** Its errors, with their lines; warnings are left out. */
    static synchronized List<String> of(String page) {
        FAULTS.found.clear();
        var source = new InputSource(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        source.setEncoding("UTF-8");
        try {
            CHECKER.checkHtmlInputSource(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(FAULTS.found);
    }

    private static SimpleDocumentValidator checker() {
        try {
            var checker = new SimpleDocumentValidator(true, false, false);
            checker.setUpMainSchema(SCHEMA, FAULTS);
            checker.setUpValidatorAndParsers(FAULTS, false, false);
            return checker;
        } catch (Exception e) {
            throw new IllegalStateException("The checker of pages could not be prepared", e);
        }
    }

    private static final class Faults implements ErrorHandler {

        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException said) {}

        @Override
        public void error(SAXParseException said) {
            found.add("line " + said.getLineNumber() + ": " + said.getMessage());
        }

        @Override
        public void fatalError(SAXParseException said) {
            error(said);
        }
    }
}
