/** The JDK's HTTP server with what the simulated services share: limits, client certificates, plain answers. */
@NullMarked
package cat.eset.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
