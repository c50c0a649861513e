package be.quartier.paper.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A tagged PDF (PDF/UA-1 and PDF/A-2a) written page by page: a finished page leaves memory.
 *
 * <p>The same calls with the same {@link About} give the same bytes. Call {@link #finish} at the end; without it the file
 * is no PDF.
 */
public final class PdfDocument {

    private static final int PAGES_PER_NODE = 64;

    private final PdfFile file;
    private final About about;
    private final int catalogId;
    private final int structureRootId;
    private final int resourcesId;
    private final Tag root;
    private final Map<Typeface, List<EmbeddedFont>> fonts = new EnumMap<>(Typeface.class);
    private final List<Integer> pageNodes = new ArrayList<>();
    private final List<Integer> pageCounts = new ArrayList<>();
    private final List<Integer> parentNodes = new ArrayList<>();
    private final List<int[]> parentLimits = new ArrayList<>();
    private final int pagesId;
    private final StringBuilder nodePages = new StringBuilder();
    private final StringBuilder nodeParents = new StringBuilder();
    private int nodeId;
    private int nodeCount;
    private int pages;

    /**
     * What the file says of itself.
     *
     * @param title shown in the reader's title bar
     * @param author the commune
     * @param language main language, two letters
     * @param at when it was made
     */
    public record About(String title, String author, String language, Instant at) {}

    /** Begins a file; the stream stays open at the end. */
    public PdfDocument(OutputStream out, About about) {
        this.about = about;
        try {
            file = new PdfFile(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        catalogId = file.reserve();
        structureRootId = file.reserve();
        resourcesId = file.reserve();
        pagesId = file.reserve();
        root = Tag.root(file, structureRootId);
        Map<FontFile, EmbeddedFont> embedded = new java.util.HashMap<>();
        for (Typeface face : Typeface.values()) {
            List<EmbeddedFont> stack = new ArrayList<>();
            for (FontFile font : face.files()) {
                stack.add(embedded.computeIfAbsent(font, f -> new EmbeddedFont(f, "F" + embedded.size())));
            }
            fonts.put(face, stack);
        }
    }

    /** The element that holds all others. */
    public Tag root() {
        return root;
    }

    /** How many pages were added. */
    public int pages() {
        return pages;
    }

    /** Bytes written so far. */
    public long length() {
        return file.length();
    }

    /** A new empty A4 page, standing; give it back to {@link #add} when drawn. */
    public Sheet a4() {
        return sheet(210, 297);
    }

    /** A new empty page of this size in millimetres. */
    public Sheet sheet(double widthMm, double heightMm) {
        return new Sheet(this, file.reserve(), widthMm, heightMm);
    }

    /** Writes a page: it comes after those written before. */
    public void add(Sheet sheet) {
        try {
            write(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("The page cannot be written", e);
        }
    }

    private void write(Sheet sheet) throws IOException {
        int contentId = file.reserve();
        file.stream(contentId, "", sheet.ops().toString().getBytes(StandardCharsets.US_ASCII));
        if (nodeCount == 0) {
            nodeId = file.reserve();
        }
        var box = new StringBuilder();
        Numbers.append(box, sheet.width() * Sheet.MM);
        Numbers.append(box, sheet.height() * Sheet.MM);
        file.object(
                sheet.id(),
                "<</Type/Page/Parent " + nodeId + " 0 R/MediaBox[0 0 " + box + "]/Resources " + resourcesId
                        + " 0 R/Contents " + contentId + " 0 R/StructParents " + pages + "/Tabs/S>>");
        var tags = new StringBuilder("[");
        sheet.tagIds().forEach(id -> tags.append(id).append(" 0 R "));
        nodeParents
                .append(pages)
                .append(' ')
                .append(file.object(tags.append(']').toString()))
                .append(" 0 R ");
        nodePages.append(sheet.id()).append(" 0 R ");
        pages++;
        nodeCount++;
        if (nodeCount == PAGES_PER_NODE) {
            closeNode();
        }
    }

    private void closeNode() throws IOException {
        if (nodeCount == 0) {
            return;
        }
        file.object(
                nodeId, "<</Type/Pages/Parent " + pagesId + " 0 R/Count " + nodeCount + "/Kids[" + nodePages + "]>>");
        pageNodes.add(nodeId);
        pageCounts.add(nodeCount);
        int first = pages - nodeCount;
        parentNodes.add(file.object("<</Limits[" + first + " " + (pages - 1) + "]/Nums[" + nodeParents + "]>>"));
        parentLimits.add(new int[] {first, pages - 1});
        nodePages.setLength(0);
        nodeParents.setLength(0);
        nodeCount = 0;
    }

    /** Writes what comes after the last page. */
    public void finish() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException("The end of the file cannot be written", e);
        }
    }

    private void end() throws IOException {
        closeNode();
        root.close();
        file.object(pagesId, "<</Type/Pages/Count " + pages + "/Kids[" + references(pageNodes) + "]>>");
        int parentTreeId = file.object("<</Kids[" + references(parentNodes) + "]>>");
        file.object(
                structureRootId,
                "<</Type/StructTreeRoot/K " + root.id() + " 0 R/ParentTree " + parentTreeId + " 0 R/ParentTreeNextKey "
                        + pages + ">>");
        file.object(resourcesId, "<</Font<<" + fontResources() + ">>>>");
        int profileId = file.reserve();
        file.stream(
                profileId, "/N 3", ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        int metadataId = file.reserve();
        file.plainStream(metadataId, "/Type/Metadata/Subtype/XML", Xmp.of(about).getBytes(StandardCharsets.UTF_8));
        file.object(
                catalogId,
                "<</Type/Catalog/Pages " + pagesId + " 0 R/StructTreeRoot " + structureRootId
                        + " 0 R/MarkInfo<</Marked true>>/Lang(" + about.language()
                        + ")/ViewerPreferences<</DisplayDocTitle true>>/Metadata " + metadataId
                        + " 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                        + "/Info(sRGB)/DestOutputProfile " + profileId + " 0 R>>]>>");
        file.finish(catalogId, identity());
    }

    private String fontResources() throws IOException {
        var resources = new StringBuilder();
        var written = new ArrayList<EmbeddedFont>();
        for (List<EmbeddedFont> stack : fonts.values()) {
            for (EmbeddedFont font : stack) {
                if (font.isUsed() && !written.contains(font)) {
                    written.add(font);
                    resources
                            .append('/')
                            .append(font.resource())
                            .append(' ')
                            .append(font.write(file))
                            .append(" 0 R");
                }
            }
        }
        return resources.toString();
    }

    EmbeddedFont font(Typeface face, int index) {
        return java.util.Objects.requireNonNull(fonts.get(face)).get(index);
    }

    private byte[] identity() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((about + "/" + pages + "/" + file.length()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String references(List<Integer> ids) {
        var text = new StringBuilder();
        ids.forEach(id -> text.append(id).append(" 0 R "));
        return text.toString();
    }
}
