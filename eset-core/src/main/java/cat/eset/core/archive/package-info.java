/**
 * The transfer of closed expedients to the archive (Llei 39/2015 art. 17; contract iarxiu). Start with
 * {@link cat.eset.core.archive.ArchiveGateway}.
 */
@NullMarked
package cat.eset.core.archive;

import org.jspecify.annotations.NullMarked;
