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
 * What is stored: start with {@link cat.eset.testkit.contract.StoreContract}. What calls others: each gateway has its own, for example
 * {@link cat.eset.testkit.contract.NotificationGatewayContract}; run it against the service's simulator.
 */
@NullMarked
package cat.eset.testkit.contract;

import org.jspecify.annotations.NullMarked;
