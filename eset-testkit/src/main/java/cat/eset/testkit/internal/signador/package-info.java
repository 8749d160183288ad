/** The Signador of contract signador: jobs, their rules, and the signatures of the person at the page. */
@NullMarked
package cat.eset.testkit.internal.signador;

import org.jspecify.annotations.NullMarked;
