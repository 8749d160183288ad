/** The line: a proxy on raw sockets that cuts, slows and counts. */
@NullMarked
package cat.eset.testkit.internal.net;

import org.jspecify.annotations.NullMarked;
