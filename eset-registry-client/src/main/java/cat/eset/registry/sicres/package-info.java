/**
 * What registries of different administrations tell each other, as values (SICRES; contract sir 5). Nothing here limits lengths, because
 * what others send has to be read as it is; what we send is held to the tighter of the limits of SICRES 3 and 4 before it leaves. Start
 * with {@link cat.eset.registry.sicres.ExchangeMessage}.
 */
@NullMarked
package cat.eset.registry.sicres;

import org.jspecify.annotations.NullMarked;
