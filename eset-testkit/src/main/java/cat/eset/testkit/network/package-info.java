/** The line between vendor and consortium, which can be cut, slowed and made to lose messages. Start with {@link cat.eset.testkit.network.NetworkDesk}. */
@NullMarked
package cat.eset.testkit.network;

import org.jspecify.annotations.NullMarked;
