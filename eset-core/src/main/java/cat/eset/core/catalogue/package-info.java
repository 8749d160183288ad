/**
 * Catalogues as data: steps and document types, shipped, validated and replaceable (contract eset-model 3 and 9). Start
 * with {@link cat.eset.core.catalogue.StepCatalogue}.
 */
@NullMarked
package cat.eset.core.catalogue;

import org.jspecify.annotations.NullMarked;
