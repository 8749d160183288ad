/**
 * The registry that MUX V3 calls: {@link cat.eset.registry.mux.MuxInbound} checks the token ({@link
 * cat.eset.registry.mux.TokenRules}), reads the transaction ({@link cat.eset.registry.mux.MuxTransaction}) and gives it one
 * number, however often it is sent. Hang it on an adapter of {@code cat.eset.endpoint}. Start with {@code MuxInbound}.
 */
@NullMarked
package cat.eset.registry.mux;

import org.jspecify.annotations.NullMarked;
