/**
 * The registry of entries and exits (art. 16 Llei 39/2015): drafts become numbered entries in a
 * {@link cat.eset.core.registry.RegistryBook}, and are never deleted. Start with
 * {@link cat.eset.core.registry.RegistryEntry}. An exit that goes to the registry of another administration is a
 * {@link cat.eset.core.registry.RegistryExchange}.
 */
@NullMarked
package cat.eset.core.registry;

import org.jspecify.annotations.NullMarked;
