/**
 * Follows notifications to their end. Start at {@link cat.eset.notify.track.NotificationTracker}, which polls, and at
 * {@link cat.eset.notify.track.ReportReceiver}, the address that e-NOTUM calls when a state changes. Both only need the
 * core's ports to survive restarts.
 */
@NullMarked
package cat.eset.notify.track;

import org.jspecify.annotations.NullMarked;
