/**
 * How the work model changes: a command gives a {@link cat.eset.core.event.Change}, the new state with the events that
 * record who did what and when. The state is the truth, the events are the audit trail, and folding the events gives the
 * state again. Start with {@link cat.eset.core.event.Change}.
 */
@NullMarked
package cat.eset.core.event;

import org.jspecify.annotations.NullMarked;
