/** The Validador of contract validador: OASIS DSS messages over SOAP, and what it finds. */
@NullMarked
package cat.eset.testkit.internal.validador;

import org.jspecify.annotations.NullMarked;
