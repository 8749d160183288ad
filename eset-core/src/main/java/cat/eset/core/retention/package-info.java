/**
 * How long documents are kept (Llei 10/2001 arts. 7, 9, 19, 35; RD 203/2021 art. 54): nothing is eliminated outside an
 * approved evaluation table, and a series without table is kept for ever. Start with
 * {@link cat.eset.core.retention.Disposition}.
 */
@NullMarked
package cat.eset.core.retention;

import org.jspecify.annotations.NullMarked;
