package be.quartier.vouchers.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file at its end, whose fields are read before the file and whose file is read from the connection. Whoever
 * asks for a parameter (the proof of origin does) reads the fields and no byte of the file.
 */
final class SentExtract extends HttpServletRequestWrapper {

    private static final int FIELDS_MAX = 20;
    private static final int FIELD_BYTES_MAX = 4096;

    private final MultipartBody body;
    private @Nullable Map<String, String[]> fields;
    private Optional<String> file = Optional.empty();

    SentExtract(HttpServletRequest request, String boundary) throws IOException {
        super(request);
        body = new MultipartBody(request.getInputStream(), boundary);
    }

    /** The file's name as the browser says it; empty when none was chosen. */
    Optional<String> fileName() {
        fields();
        return file.filter(name -> !name.isEmpty());
    }

    /** The file's bytes, once. */
    InputStream file() {
        return body.body();
    }

    private Map<String, String[]> fields() {
        Map<String, String[]> known = fields;
        if (known == null) {
            known = new LinkedHashMap<>();
            try {
                read(known);
            } catch (IOException e) {
                // What came before the interruption counts; the file is then missing, and the page says so.
                file = Optional.empty();
            }
            fields = known;
        }
        return known;
    }

    private void read(Map<String, String[]> known) throws IOException {
        for (int i = 0; i < FIELDS_MAX; i++) {
            Optional<MultipartBody.Part> part = body.next();
            if (part.isEmpty()) {
                return;
            }
            if (part.get().file().isPresent()) {
                file = part.get().file();
                return;
            }
            byte[] value = body.body().readNBytes(FIELD_BYTES_MAX);
            known.put(part.get().name(), new String[] {new String(value, StandardCharsets.UTF_8)});
        }
    }

    /** Nobody further down reads the body as a form of its own. */
    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields());
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields().get(name);
    }
}
