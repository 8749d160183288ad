/**
 * Tasks of people and groups, inside an expedient or outside any (contract eset-model 5). Start with
 * {@link cat.eset.core.task.Task}.
 */
@NullMarked
package cat.eset.core.task;

import org.jspecify.annotations.NullMarked;
