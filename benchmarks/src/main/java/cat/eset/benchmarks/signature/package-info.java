/** What signing and validating here costs, beside plain DSS, plain PDFBox with Bouncy Castle, and a bare RSA signature. */
@NullMarked
package cat.eset.benchmarks.signature;

import org.jspecify.annotations.NullMarked;
