/**
 * Edicts on the notice board (e-TAULER; contract eset-model 2.5). Start with
 * {@link cat.eset.core.publication.Publication}; the port is {@link cat.eset.core.publication.NoticeBoardGateway}.
 */
@NullMarked
package cat.eset.core.publication;

import org.jspecify.annotations.NullMarked;
