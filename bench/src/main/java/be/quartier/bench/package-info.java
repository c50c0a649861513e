/** Benchmarks: each measures the real application beside its baseline, in one run. */
@NullMarked
package be.quartier.bench;

import org.jspecify.annotations.NullMarked;
