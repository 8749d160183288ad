package cat.eset.signature.dss.internal;

import cat.eset.core.EsetException;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.util.List;

/** What DSS fetches goes through our client, with its guards, and through nothing else. Thread-safe. */
public final class GuardedLoader implements DataLoader {

    private static final long serialVersionUID = 1L;
    private static final String SERVICE = "certificate services";

    private final transient HttpExchangeClient http;

    /** Fetches with this client, which stays the caller's to close. */
    public GuardedLoader(HttpExchangeClient http) {
        this.http = http;
    }

    @Override
    public byte[] get(String address) {
        return send(HttpCall.get(uri(address), SERVICE, "fetch").build());
    }

    /** The first that answers. */
    @Override
    public DataAndUrl get(List<String> addresses) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address");
        for (String address : addresses) {
            try {
                return new DataAndUrl(address, get(address));
            } catch (DSSExternalResourceException e) {
                e.addSuppressed(last);
                last = e;
            }
        }
        throw last;
    }

    /** OCSP is all that DSS posts here. */
    @Override
    public byte[] post(String address, byte[] content) {
        return send(HttpCall.post(uri(address), SERVICE, "ocsp", HttpBody.of(content, "application/ocsp-request"))
                .build());
    }

    @Override
    public void setContentType(String contentType) {
        // a loader that is shared holds no state; the only type posted is known
    }

    private byte[] send(HttpCall call) {
        try {
            HttpAnswer answer = http.send(call);
            if (answer.status() != 200) {
                throw new DSSExternalResourceException("HTTP " + answer.status());
            }
            return answer.body();
        } catch (EsetException e) {
            throw new DSSExternalResourceException(e);
        }
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException(e);
        }
    }
}
