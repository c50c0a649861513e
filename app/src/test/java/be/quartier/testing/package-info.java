/** What tests of every module share: one real PostgreSQL, one started application, communes made for one test. */
@NullMarked
package be.quartier.testing;

import org.jspecify.annotations.NullMarked;
