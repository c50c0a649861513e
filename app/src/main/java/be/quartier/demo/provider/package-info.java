/** The payment provider's twin: it speaks Mollie's wire format and obeys its rules, in memory. */
@org.jspecify.annotations.NullMarked
package be.quartier.demo.provider;
