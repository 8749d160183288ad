/**
 * Diligences (contract eset-model 6): the process diligence that says what is to be done with an entry, and the diligence
 * that records a fact. Start with {@link cat.eset.core.diligence.Diligence}.
 */
@NullMarked
package cat.eset.core.diligence;

import org.jspecify.annotations.NullMarked;
