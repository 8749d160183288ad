/** The control channel between a test and a simulator in another process. */
@NullMarked
package cat.eset.testkit.internal.control;

import org.jspecify.annotations.NullMarked;
