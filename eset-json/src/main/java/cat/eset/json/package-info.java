/**
 * The core's values and events as JSON. Start with {@link cat.eset.json.EsetModule}, which is added to any Jackson mapper and
 * touches nothing but the types of the SDK.
 */
@NullMarked
package cat.eset.json;

import org.jspecify.annotations.NullMarked;
