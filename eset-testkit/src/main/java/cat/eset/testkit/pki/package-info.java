/**
 * Keys and certificates made at start, shaped like the real ones: the seal of a town hall tied to its organisation
 * identifier, the mayor's and the secretary's signing certificates, the signer of PCI answers, a time-stamp authority.
 * Start with {@link cat.eset.testkit.pki.TestPki}.
 */
@NullMarked
package cat.eset.testkit.pki;

import org.jspecify.annotations.NullMarked;
