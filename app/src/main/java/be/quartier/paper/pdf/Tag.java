package be.quartier.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A structure element: what a piece of the page means to someone who does not see it (ISO 14289-1).
 *
 * <p>Open elements keep their children in memory and are written when closed, children before their parent.
 */
public final class Tag implements AutoCloseable {

    private final PdfFile file;
    private final @Nullable Tag parent;
    private final String type;
    private final int id;
    private final StringBuilder kids = new StringBuilder();
    private final StringBuilder entries = new StringBuilder();
    private int firstPage;
    private boolean closed;

    private Tag(PdfFile file, @Nullable Tag parent, String type) {
        this.file = file;
        this.parent = parent;
        this.type = type;
        this.id = file.reserve();
    }

    /** The element that holds the whole document. */
    static Tag root(PdfFile file, int structureRootId) {
        var root = new Tag(file, null, "Document");
        root.entries.append("/P ").append(structureRootId).append(" 0 R");
        return root;
    }

    /** A child of this element, of a standard type: Part, Sect, H1, P, L, LI, Table, Figure. */
    public Tag child(String childType) {
        return new Tag(file, this, childType);
    }

    /** Says in which language the element is, when not in its parent's. */
    public Tag lang(String code) {
        entries.append("/Lang(").append(code).append(')');
        return this;
    }

    /** Says in words what a figure shows. */
    public Tag alt(String words) {
        entries.append("/Alt").append(PdfFile.text(words));
        return this;
    }

    /** Marks the head of a column. */
    public Tag columnHead() {
        entries.append("/A<</O/Table/Scope/Column>>");
        return this;
    }

    /** Marks the head of a row. */
    public Tag rowHead() {
        entries.append("/A<</O/Table/Scope/Row>>");
        return this;
    }

    /** Says that a list is numbered. */
    public Tag numbered() {
        entries.append("/A<</O/List/ListNumbering/Decimal>>");
        return this;
    }

    /** Says where a figure is on its page, in points. */
    Tag box(double left, double bottom, double right, double top) {
        entries.append("/A<</O/Layout/Placement/Block/BBox[");
        Numbers.append(entries, left);
        Numbers.append(entries, bottom);
        Numbers.append(entries, right);
        Numbers.append(entries, top);
        entries.append("]>>");
        return this;
    }

    int id() {
        return id;
    }

    String type() {
        return type;
    }

    void content(int pageId, int mcid) {
        if (firstPage == 0) {
            firstPage = pageId;
        }
        if (firstPage == pageId) {
            kids.append(mcid).append(' ');
        } else {
            kids.append("<</Type/MCR/Pg ")
                    .append(pageId)
                    .append(" 0 R/MCID ")
                    .append(mcid)
                    .append(">>");
        }
    }

    /** Ends the element: nothing can be added to it any more. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (parent != null) {
            parent.kids.append(id).append(" 0 R ");
            entries.append("/P ").append(parent.id).append(" 0 R");
        }
        String page = firstPage == 0 ? "" : "/Pg " + firstPage + " 0 R";
        try {
            file.object(id, "<</Type/StructElem/S/" + type + page + entries + "/K[" + kids + "]>>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
