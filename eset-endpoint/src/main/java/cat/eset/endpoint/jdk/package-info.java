/**
 * Endpoints on the HTTP server of the JDK. Start with {@link cat.eset.endpoint.jdk.EndpointServer}; whoever already runs
 * an {@code HttpServer} hangs a {@link cat.eset.endpoint.jdk.JdkHttpServerAdapter} on it.
 */
@NullMarked
package cat.eset.endpoint.jdk;

import org.jspecify.annotations.NullMarked;
