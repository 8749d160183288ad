/**
 * The gateways of the work model in memory: they keep what they get, for tests and for working without a network. The contract tests of
 * {@code cat.eset.testkit.contract} hold for them as for any other. What {@link cat.eset.testkit.gateway.MemorySignatures} and
 * {@link cat.eset.testkit.gateway.MemoryTimeStamps} give proves nothing.
 */
@NullMarked
package cat.eset.testkit.gateway;

import org.jspecify.annotations.NullMarked;
