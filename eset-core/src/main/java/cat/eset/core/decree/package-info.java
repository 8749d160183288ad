/**
 * Decrees and the official book that numbers them (contract eset-model 7, legal-rules R9). Start with
 * {@link cat.eset.core.decree.Decree}; the port is {@link cat.eset.core.decree.DecreeBook}.
 */
@NullMarked
package cat.eset.core.decree;

import org.jspecify.annotations.NullMarked;
