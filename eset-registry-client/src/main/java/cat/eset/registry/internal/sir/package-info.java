/** The wire of SIR and what makes its effects happen once; not exported. */
@NullMarked
package cat.eset.registry.internal.sir;

import org.jspecify.annotations.NullMarked;
