/**
 * Official identifiers as types. A value has the published format or does not exist; whether its check digit is right
 * is a separate question ({@code hasValidControl()}), because real data breaks it. Start with {@link cat.eset.core.id.Nif}.
 */
@NullMarked
package cat.eset.core.id;

import org.jspecify.annotations.NullMarked;
