package be.quartier.vouchers.proof.web;

import be.quartier.pages.Form;
import be.quartier.vouchers.proof.Sent;
import be.quartier.vouchers.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Takes the documents of a form from the connection: no more than fit, of no other type, and never by way of a disk. What is
 * wrong is said at the field {@code files}.
 */
@Component
class SentDocuments {

    /** Sendings read at the same time by one node; each holds fifteen megabytes at most. */
    private static final int AT_ONCE_MAX = 6;

    /** Largest form that is read at all; what is larger is refused before, and browsers always say how large it is. */
    private static final long FORM_BYTES_MAX = 40L << 20;

    /** What is read of a refused form so that the browser hears the answer. */
    private static final long DRAINED_BYTES_MAX = 100L << 20;

    private final Semaphore reading = new Semaphore(AT_ONCE_MAX);

    /** The documents sent with a form; where something is wrong the form is refused and none is given. */
    List<Sent> read(HttpServletRequest request, Form form, boolean needed) {
        Optional<SentForm> sent = SentForm.of(request);
        if (sent.isEmpty()) {
            if (needed) {
                form.refuse("files", "proof.files.none");
            }
            return List.of();
        }
        long length = request.getContentLengthLong();
        if (length < 0 || length > FORM_BYTES_MAX) {
            form.refuse("files", "proof.files.large", Sent.BYTES_MAX >> 20);
            SentForm.drain(sent.get().file(), DRAINED_BYTES_MAX);
            return List.of();
        }
        if (!reading.tryAcquire()) {
            form.refuse("files", "proof.files.busy");
            SentForm.drain(sent.get().file(), DRAINED_BYTES_MAX);
            return List.of();
        }
        try {
            return read(sent.get(), form, needed);
        } catch (IOException cut) {
            form.refuse("files", "proof.files.cut");
            return List.of();
        } finally {
            reading.release();
        }
    }

    private static List<Sent> read(SentForm sent, Form form, boolean needed) throws IOException {
        List<Sent> documents = new ArrayList<>();
        int count = 0;
        for (Optional<InputStream> file = sent.nextFile(); file.isPresent(); file = sent.nextFile()) {
            count++;
            if (form.refused()) {
                SentForm.drain(file.get(), DRAINED_BYTES_MAX);
            } else if (count > Sent.COUNT_MAX) {
                form.refuse("files", "proof.files.many", Sent.COUNT_MAX);
            } else {
                one(file.get(), form).ifPresent(documents::add);
            }
        }
        if (count == 0 && needed) {
            form.refuse("files", "proof.files.none");
        }
        return form.refused() ? List.of() : documents;
    }

    private static Optional<Sent> one(InputStream file, Form form) throws IOException {
        byte[] content = file.readNBytes(Sent.BYTES_MAX + 1);
        if (content.length > Sent.BYTES_MAX) {
            SentForm.drain(file, DRAINED_BYTES_MAX);
            form.refuse("files", "proof.files.large", Sent.BYTES_MAX >> 20);
            return Optional.empty();
        }
        Optional<Sent> document = Sent.of(content);
        if (document.isEmpty()) {
            form.refuse("files", content.length == 0 ? "proof.files.none" : "proof.files.kind");
        }
        return document;
    }
}
