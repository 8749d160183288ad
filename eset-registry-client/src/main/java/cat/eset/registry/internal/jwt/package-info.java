/** Signed tokens; not exported. */
@NullMarked
package cat.eset.registry.internal.jwt;

import org.jspecify.annotations.NullMarked;
