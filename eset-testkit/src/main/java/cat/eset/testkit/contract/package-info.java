/**
 * What every adapter of a port of the work model must do, as JUnit tests that a vendor runs against its own: implement the
 * interface in a test class, say how a store is made, and the tests are there.
 *
 * <pre>{@code
 * class OurStoreTest implements RegistryBookContract, UnitOfWorkContract {
 *     @Override
 *     public WorkStore newStore(Clock clock) { return new OurStore(dataSource, clock); }
 * }
 * }</pre>
 *
 * Start with {@link cat.eset.testkit.contract.StoreContract}.
 */
@NullMarked
package cat.eset.testkit.contract;

import org.jspecify.annotations.NullMarked;
