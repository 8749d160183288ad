/**
 * What the clients of the registry share. Start with {@code cat.eset.registry.mux} for the registry that MUX calls, and with {@code
 * cat.eset.registry.sir} for exchange with other administrations; what a mapping loses is a {@link cat.eset.registry.MappingLoss}.
 */
@NullMarked
package cat.eset.registry;

import org.jspecify.annotations.NullMarked;
