/**
 * DESA'L, the document store that the consortium's services share: documents travel as references to it. Start with {@link
 * cat.eset.documents.DesalClient}.
 */
@NullMarked
package cat.eset.documents;

import org.jspecify.annotations.NullMarked;
