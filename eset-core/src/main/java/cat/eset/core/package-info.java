/**
 * What every module needs: who acts and for whom ({@link cat.eset.core.TownHall}, {@link cat.eset.core.Actor}), the
 * identity of an operation with an effect ({@link cat.eset.core.OperationId}), content that is streamed
 * ({@link cat.eset.core.DocumentContent}), secrets and keys ({@link cat.eset.core.Secret},
 * {@link cat.eset.core.Credentials}), and the one root of all errors ({@link cat.eset.core.EsetException}). Start with
 * {@code TownHall}.
 */
@NullMarked
package cat.eset.core;

import org.jspecify.annotations.NullMarked;
