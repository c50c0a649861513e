package be.quartier.pages;

/** Where a static file is to be fetched: its path with a hash of its content, so that it may be kept for a year. */
@FunctionalInterface
public interface Asset {
    /** The path to put into a page for a file below {@code static/}, like {@code quartier.css}. */
    String url(String file);
}
