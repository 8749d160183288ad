/**
 * Exchange of registry entries with administrations outside Catalonia: SIR 2.0 through the PCI (contract sir). {@link
 * cat.eset.registry.sir.SirClient} sends, decides on what comes, asks and synchronises; {@link cat.eset.registry.sir.SirGateway} is the
 * core's port on top of it. Start with {@code SirClient} and {@link cat.eset.registry.sir.Dispatch}.
 */
@NullMarked
package cat.eset.registry.sir;

import org.jspecify.annotations.NullMarked;
