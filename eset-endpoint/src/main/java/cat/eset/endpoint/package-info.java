/**
 * A service of ours that the consortium calls, without any HTTP server in sight: an {@link
 * cat.eset.endpoint.EndpointHandler} takes an {@link cat.eset.endpoint.EndpointRequest} and gives an {@link
 * cat.eset.endpoint.EndpointResponse}. Adapters enforce {@link cat.eset.endpoint.EndpointLimits} and show everything that
 * passed to a {@link cat.eset.endpoint.WireTap}. Start with {@code EndpointHandler}, or with {@link
 * cat.eset.endpoint.jdk.EndpointServer} to have one listening in three lines.
 */
@NullMarked
package cat.eset.endpoint;

import org.jspecify.annotations.NullMarked;
