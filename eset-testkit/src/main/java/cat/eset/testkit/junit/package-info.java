/**
 * The adapter to JUnit 5: a consortium as a test parameter. Needs {@code junit-jupiter-api} on the class path, which the
 * testkit does not bring. Start with {@link cat.eset.testkit.junit.ConsortiumExtension}.
 */
@NullMarked
package cat.eset.testkit.junit;

import org.jspecify.annotations.NullMarked;
