/**
 * For services that the simulated consortium does not play: a server that answers what a test tells it to, with the
 * certificates of the test PKI. Start with {@link cat.eset.testkit.stub.StubbedService}.
 */
@NullMarked
package cat.eset.testkit.stub;

import org.jspecify.annotations.NullMarked;
