/** What all adapters share; not exported. */
@NullMarked
package cat.eset.endpoint.internal;

import org.jspecify.annotations.NullMarked;
