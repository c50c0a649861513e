/** Writes tagged PDF files as a stream: objects leave as soon as they are complete, so memory does not grow with pages. */
@NullMarked
package be.quartier.paper.pdf;

import org.jspecify.annotations.NullMarked;
