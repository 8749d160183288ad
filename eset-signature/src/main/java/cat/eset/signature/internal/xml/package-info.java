/** XML of strangers as a tree, for the clients that compare what they sent with what came back. */
@NullMarked
package cat.eset.signature.internal.xml;

import org.jspecify.annotations.NullMarked;
