/**
 * Catalogues as data: steps, document types and series, shipped, validated and replaceable (contract eset-model 3 and 9). Start
 * with {@link cat.eset.core.catalogue.StepCatalogue}. The terms that laws set are data too:
 * {@link cat.eset.core.term.StatutoryTerms}.
 */
@NullMarked
package cat.eset.core.catalogue;

import org.jspecify.annotations.NullMarked;
