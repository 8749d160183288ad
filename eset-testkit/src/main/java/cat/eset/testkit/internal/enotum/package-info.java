/** The engine of e-NOTUM 4.0 on the virtual clock, written from the contract note: rules, states, evidence, reports. */
@NullMarked
package cat.eset.testkit.internal.enotum;

import org.jspecify.annotations.NullMarked;
