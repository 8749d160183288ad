package cat.eset.documents.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.documents.DesalEnvironment;
import cat.eset.documents.DesalException;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;

/**
 * Moves bytes to and from presigned addresses, which are secrets for an hour, are followed to allowed hosts only, and are not signed again
 * (contract desal 3). Streams; holds nothing whole.
 */
public final class Bytes {

    private final HttpExchangeClient http;
    private final DesalEnvironment environment;

    /** Over this client. */
    public Bytes(HttpExchangeClient http, DesalEnvironment environment) {
        this.http = http;
        this.environment = environment;
    }

    void upload(DesalAnswer registered, DocumentContent content) {
        HttpAnswer answer =
                http.send(HttpCall.of("PUT", address(registered), "DESAL", "upload", Optional.of(HttpBody.of(content)))
                        .timeouts(Timeouts.documents())
                        .build());
        if (!answer.isSuccess()) {
            throw DesalCalls.surprising("upload", "HTTP " + answer.status());
        }
    }

    void download(DesalAnswer read, Optional<Long> length, OutputStream out) {
        HttpCall.Builder call = HttpCall.get(address(read), "DESAL", "download").timeouts(Timeouts.documents());
        length.ifPresent(bytes -> call.maxResponseBytes(Math.max(1, bytes)));
        HttpAnswer answer = http.send(call.build(), out);
        if (!answer.isSuccess()) {
            throw DesalCalls.surprising("download", "HTTP " + answer.status());
        }
    }

    private URI address(DesalAnswer answer) {
        URI address = URI.create(answer.presignedAddress()
                .orElseThrow(() -> DesalCalls.surprising("fitxer", "no address for the bytes")));
        if (!environment.allowsContentAt(address)) {
            throw new DesalException(
                    Failure.of(Failure.Fault.CONFIGURATION, "DESA'L gave an address for bytes at another host")
                            .service("DESAL")
                            .remedy("If " + address.getHost() + " is right, allow it with withContentHosts.")
                            .build(),
                    answer.code());
        }
        return address;
    }
}
