/** A small JSON reader and writer for the simulator, so that it shares no parser with the clients. */
@NullMarked
package cat.eset.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
