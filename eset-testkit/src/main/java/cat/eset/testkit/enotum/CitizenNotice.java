package cat.eset.testkit.enotum;

import java.time.Instant;

/**
 * A notice that something waits in e-NOTUM.
 *
 * @param notificationId {@code IdNotificacio}
 * @param channel {@code EMAIL} or {@code SMS}
 * @param contact where it went
 * @param sent when, by the virtual clock
 * @param reminder whether it is a reminder and not the first notice
 */
public record CitizenNotice(long notificationId, String channel, String contact, Instant sent, boolean reminder) {}
