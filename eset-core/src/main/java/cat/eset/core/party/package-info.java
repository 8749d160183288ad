/**
 * Who stands before the town hall: interested parties, their representatives and how to reach them. Start with
 * {@link cat.eset.core.party.Party}.
 */
@NullMarked
package cat.eset.core.party;

import org.jspecify.annotations.NullMarked;
