/** Tests of the gate: who may call what, in which commune. */
@NullMarked
package be.quartier.people.gate;

import org.jspecify.annotations.NullMarked;
