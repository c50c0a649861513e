package be.quartier.vouchers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * A form with files at its end, whose fields are read before the files and whose files are read from the connection, one after
 * the other. Whoever asks for a parameter (the proof of origin does) reads the fields and no byte of a file.
 */
public final class SentForm extends HttpServletRequestWrapper {

    private static final int FIELDS_MAX = 40;
    private static final int FIELD_BYTES_MAX = 4096;

    private final MultipartBody body;
    private @Nullable Map<String, String[]> fields;
    private Optional<String> file = Optional.empty();
    private boolean atFile;

    SentForm(HttpServletRequest request, String boundary) throws IOException {
        super(request);
        body = new MultipartBody(request.getInputStream(), boundary);
    }

    /** The form of a request, when its address is one that {@link SentForms} reads so. */
    public static Optional<SentForm> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, SentForm.class));
    }

    /** The first file's name as the browser says it; empty when none was chosen. */
    public Optional<String> fileName() {
        fields();
        return file.filter(name -> !name.isEmpty());
    }

    /** The first file's bytes, once. */
    public InputStream file() {
        return body.body();
    }

    /**
     * The next file that was chosen, from the first; empty after the last. What is left of the one before is passed over.
     *
     * @throws IOException when the connection ends before the form
     */
    public Optional<InputStream> nextFile() throws IOException {
        fields();
        Optional<String> name = atFile ? file : Optional.empty();
        atFile = false;
        while (name.filter(given -> !given.isEmpty()).isEmpty()) {
            Optional<MultipartBody.Part> part = body.next();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            name = part.get().file();
        }
        return Optional.of(body.body());
    }

    /** Reads a body on without keeping it, at most so far: a browser that is still sending does not listen. */
    public static void drain(InputStream rest, long bytesMax) {
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            byte[] piece = new byte[1 << 16];
            long left = bytesMax;
            for (int count = rest.read(piece); count >= 0 && left > 0; count = rest.read(piece)) {
                nowhere.write(piece, 0, count);
                left -= count;
            }
        } catch (IOException gone) {
            // The browser is gone, and with it whoever would have read the answer.
            return;
        }
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
                atFile = true;
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
