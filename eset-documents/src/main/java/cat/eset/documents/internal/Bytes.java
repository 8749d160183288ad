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
import java.util.Map;
import java.util.Optional;

/**
 * Moves bytes to and from presigned addresses, which are secrets for an hour, are followed to allowed hosts only, and are not signed again
 * (contract desal 3). Streams; holds nothing whole.
 */
public final class Bytes {

    /** What S3 answers when an address is no longer good, or never was. */
    private static final int FORBIDDEN = 403;

    /** An answer that is no content says why in a few lines. */
    private static final long ROOM_FOR_AN_ERROR = 64 * 1024;

    private final HttpExchangeClient http;
    private final DesalEnvironment environment;
    private final Map<String, String> uploadHeaders;

    /**
     * Over this client.
     *
     * @param uploadHeaders what an upload bears besides its type and length
     */
    public Bytes(HttpExchangeClient http, DesalEnvironment environment, Map<String, String> uploadHeaders) {
        this.uploadHeaders = Map.copyOf(uploadHeaders);
        this.http = http;
        this.environment = environment;
    }

    /** Uploads; false if the address is not good any more, and nothing was taken. */
    boolean upload(DesalAnswer registered, DocumentContent content) {
        HttpCall.Builder call = HttpCall.of(
                        "PUT", address(registered), "DESAL", "upload", Optional.of(HttpBody.of(content)))
                .timeouts(Timeouts.documents());
        uploadHeaders.forEach(call::header);
        return taken("upload", http.send(call.build()));
    }

    /** Downloads; false if the address is not good any more, and nothing was written. */
    boolean download(DesalAnswer read, Optional<Long> length, OutputStream out) {
        HttpCall.Builder call = HttpCall.get(address(read), "DESAL", "download").timeouts(Timeouts.documents());
        length.ifPresent(bytes -> call.maxResponseBytes(Math.max(ROOM_FOR_AN_ERROR, bytes)));
        HttpAnswer answer = http.send(call.build(), out);
        return taken("download", answer);
    }

    private static boolean taken(String operation, HttpAnswer answer) {
        if (!answer.isSuccess() && answer.status() != FORBIDDEN) {
            throw DesalCalls.surprising(operation, "HTTP " + answer.status());
        }
        return answer.isSuccess();
    }

    /** Two addresses in a row that are not good. */
    static DesalException refused(String operation, String remedy) {
        return new DesalException(
                Failure.of(
                                Failure.Fault.REMOTE,
                                "The addresses that DESA'L gives for the " + operation + " of bytes are refused: "
                                        + "they expired before they were used, or are not for this request")
                        .service("DESAL")
                        .remote("HTTP " + FORBIDDEN, "")
                        .retry(Failure.Retry.LATER)
                        .remedy(remedy)
                        .build(),
                "");
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
