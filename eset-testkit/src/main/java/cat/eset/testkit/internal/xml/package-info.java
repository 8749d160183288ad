/** Reading XML without trust and writing it by hand, for the simulator alone. */
@NullMarked
package cat.eset.testkit.internal.xml;

import org.jspecify.annotations.NullMarked;
