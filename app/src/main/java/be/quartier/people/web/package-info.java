/** Pages of this module: sign-in, one's own account, staff, the audit trail. */
@NullMarked
package be.quartier.people.web;

import org.jspecify.annotations.NullMarked;
