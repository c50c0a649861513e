/** Letters as files: reads them, fills their places, writes them as text and as simple HTML. */
@NullMarked
package be.quartier.messaging.template;

import org.jspecify.annotations.NullMarked;
