package cat.eset.store;

import cat.eset.core.Sha256;

/**
 * A link of the chain of events of a town hall. Kept or published elsewhere, for example in a time stamp, it fixes every event before it:
 * not even who owns the database can change one unseen.
 *
 * @param position place of the event; 0 before the first one
 * @param hash digest over the event and the link before it
 */
public record ChainLink(long position, Sha256 hash) {}
