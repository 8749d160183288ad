/**
 * Signatures made and judged on this machine by EU DSS. Start at {@link cat.eset.signature.dss.DssSigner} and
 * {@link cat.eset.signature.dss.DssValidator}; no type of DSS, Bouncy Castle or PDFBox shows through.
 */
@NullMarked
package cat.eset.signature.dss;

import org.jspecify.annotations.NullMarked;
