/**
 * What is sent through e-NOTUM and to whom. Start at {@link cat.eset.notify.notice.Notice} and
 * {@link cat.eset.notify.notice.Recipient}; both refuse, with the number that the service would answer, what the service
 * would refuse. Everything is immutable and thread-safe.
 */
@NullMarked
package cat.eset.notify.notice;

import org.jspecify.annotations.NullMarked;
