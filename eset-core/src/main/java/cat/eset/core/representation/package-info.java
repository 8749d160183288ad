/**
 * Who may act for whom (Llei 39/2015 arts. 5-6): powers of the electronic registers and powers granted apud acta. Start
 * with {@link cat.eset.core.representation.RepresentationCheck}.
 */
@NullMarked
package cat.eset.core.representation;

import org.jspecify.annotations.NullMarked;
