/**
 * Personal data in what is published (Llei orgànica 3/2018, 7th additional provision; Llei 19/2014): how persons are
 * named, and a search for what should not be there, which stops the publication until a person has looked. Start with
 * {@link cat.eset.core.privacy.PublishedIdentities} and {@link cat.eset.core.privacy.SlottedText}.
 */
@NullMarked
package cat.eset.core.privacy;

import org.jspecify.annotations.NullMarked;
