/**
 * The circuits of e-SET as methods of one service, {@link cat.eset.core.work.WorkModel}: start there. And what joins the domain to the outside: transactions ({@link cat.eset.core.work.UnitOfWork}), idempotency of what arrives
 * ({@link cat.eset.core.work.InboundLedger}) and of what leaves ({@link cat.eset.core.work.Outbox}), what is told once
 * ({@link cat.eset.core.work.Announcements}).
 */
@NullMarked
package cat.eset.core.work;

import org.jspecify.annotations.NullMarked;
