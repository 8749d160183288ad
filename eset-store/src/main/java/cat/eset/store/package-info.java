/**
 * JDBC adapters of the ports of {@code cat.eset.core}, on a {@code DataSource} that the caller gives.
 *
 * <p>Nothing is exported yet: until the adapters arrive, the in-memory ones of the core do their work.
 */
@NullMarked
package cat.eset.store;

import org.jspecify.annotations.NullMarked;
