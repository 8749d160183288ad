/**
 * Makes the registry and MUX say the same: what the auxiliary registry numbered in our stead, what we numbered and nobody was told, and what
 * was left half done (contract mux 12). Start with {@link cat.eset.registry.reconciliation.RegistryReconciliation}.
 */
@NullMarked
package cat.eset.registry.reconciliation;

import org.jspecify.annotations.NullMarked;
