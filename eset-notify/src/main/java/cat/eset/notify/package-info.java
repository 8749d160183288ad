/**
 * The client of e-NOTUM 4.0. Start at {@link cat.eset.notify.ENotum}: send with an operation that you stored, and ask
 * with the same operation when you do not know what became of it. One-time passwords ({@code ParaulaPas}) are left out on
 * purpose: the service marks them as internal and to be removed (contract enotum 6.9).
 */
@NullMarked
package cat.eset.notify;

import org.jspecify.annotations.NullMarked;
