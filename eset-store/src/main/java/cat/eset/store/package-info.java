/**
 * JDBC adapters of the ports of {@code cat.eset.core}, on a {@code DataSource} that the caller gives: PostgreSQL, or H2 embedded. Create the
 * tables with {@link cat.eset.store.StoreSchema}, then start with {@link cat.eset.store.JdbcStore}.
 */
@NullMarked
package cat.eset.store;

import org.jspecify.annotations.NullMarked;
