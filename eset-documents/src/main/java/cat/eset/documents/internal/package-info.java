/** The wire of DESA'L; not exported. */
@NullMarked
package cat.eset.documents.internal;

import org.jspecify.annotations.NullMarked;
