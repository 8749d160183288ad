package cat.eset.testkit.mux;

import java.util.Optional;

/**
 * How MUX sees a leg after one execution.
 *
 * @param number the number that the citizen gets: principal or auxiliary
 * @param auxiliary whether it is a number of the auxiliary registry
 * @param answer what the vendor answered; empty if it was not asked
 */
public record MuxExecution(String number, boolean auxiliary, Optional<VendorAnswer> answer) {}
