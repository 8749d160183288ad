/**
 * By which channel the town hall and a person relate: who is obliged to electronic means, what the others may choose and
 * from when it counts, and how a notification goes out (Llei 39/2015 arts. 14 and 41; RD 203/2021 arts. 3 and 43). Start
 * with {@link cat.eset.core.channel.RelationHistory} and {@link cat.eset.core.channel.ChannelRule}.
 */
@NullMarked
package cat.eset.core.channel;

import org.jspecify.annotations.NullMarked;
