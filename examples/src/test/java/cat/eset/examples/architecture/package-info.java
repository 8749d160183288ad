/** What the compiler cannot hold: the arrows between modules, the shape of public signatures, the habits of the house. */
@NullMarked
package cat.eset.examples.architecture;

import org.jspecify.annotations.NullMarked;
