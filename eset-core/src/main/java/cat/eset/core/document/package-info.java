/**
 * Documents with their metadata and signatures, and where their bytes are. What is signed no longer changes. Start with
 * {@link cat.eset.core.document.Document}; the port is {@link cat.eset.core.document.DocumentStore}.
 */
@NullMarked
package cat.eset.core.document;

import org.jspecify.annotations.NullMarked;
