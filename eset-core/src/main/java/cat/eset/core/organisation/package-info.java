/**
 * Who may act for an office and when: holders, delegation and substitution (contract eset-model 8, legal-rules R9). Start
 * with {@link cat.eset.core.organisation.Organisation}.
 */
@NullMarked
package cat.eset.core.organisation;

import org.jspecify.annotations.NullMarked;
