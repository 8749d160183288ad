/**
 * Notifications and communications to interested parties, and the port
 * {@link cat.eset.core.notification.NotificationGateway} that carries them.
 */
@NullMarked
package cat.eset.core.notification;

import org.jspecify.annotations.NullMarked;
