/** What stands between the narrow API and EU DSS. */
@NullMarked
package cat.eset.signature.dss.internal;

import org.jspecify.annotations.NullMarked;
