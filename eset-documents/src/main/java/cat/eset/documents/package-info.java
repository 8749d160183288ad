/**
 * DESA'L, the document store that the consortium's services share: documents travel as references to it.
 *
 * <p>Nothing is exported yet: the client arrives with the services that hand out references.
 */
@NullMarked
package cat.eset.documents;

import org.jspecify.annotations.NullMarked;
