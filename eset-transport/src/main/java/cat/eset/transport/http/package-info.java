/**
 * Plain HTTPS exchanges that nothing re-sends behind the caller's back: {@link cat.eset.transport.http.HttpExchangeClient}
 * with limits, timeouts, named trust and client certificates, and the hooks {@link cat.eset.transport.http.WireTap} and
 * {@link cat.eset.transport.http.ExchangeListener}. PCI and every REST client of the SDK go through it.
 */
@NullMarked
package cat.eset.transport.http;

import org.jspecify.annotations.NullMarked;
