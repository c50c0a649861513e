/**
 * Plans which bike brings what to whom, when and in which order: several trips a day from one depot, goods that are released late,
 * time windows, loads in kilograms and litres, shifts, breaks, skills.
 *
 * <p>Plain Java: no framework, no clock of its own, no I/O. Invariants: a plan that {@link be.quartier.routing.Solver} gives out
 * breaks no rule of its problem, which {@link be.quartier.routing.PlanCheck} recomputes from the problem alone; the same seed and
 * number of rounds give the same plan; stops, vehicles and locations are known by their place in the problem's lists.
 *
 * <p>Method: J. Christiaens and G. Vanden Berghe, Slack Induction by String Removals for Vehicle Routing Problems, Transportation
 * Science 54(2), 2020, doi 10.1287/trsc.2019.0914.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package be.quartier.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
