package cat.eset.registry.internal.sir;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.registry.sicres.ExchangeAnnex;
import cat.eset.registry.sir.ExchangeRecord;
import cat.eset.registry.sir.SirException;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.NewFile;
import cat.eset.transport.http.Timeouts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Downloads the files of an exchange (contract sir 3.5), as a gateway: their addresses are not for browsers. */
public final class AnnexDownload {

    private static final String PATH = "/CAOC-PCI30-MC-SIR/descarrega?guid=";

    private final HttpExchangeClient http;
    private final URI front;

    /**
     * Downloads over this client.
     *
     * @param front any address at the host of SIR
     */
    public AnnexDownload(HttpExchangeClient http, URI front) {
        this.http = http;
        this.front = front;
    }

    /** Into a new file; a file that is not what the message describes is deleted. */
    public DocumentContent fetch(ExchangeRecord exchange, ExchangeRecord.AnnexFile file, Path target) {
        URI address = front.resolve(PATH + URLEncoder.encode(file.guid(), StandardCharsets.UTF_8));
        return NewFile.write(
                target,
                SirCalls.SERVICE,
                failure -> new SirException(failure, ""),
                out -> keep(address, exchange, file, target, out));
    }

    private DocumentContent keep(
            URI address, ExchangeRecord exchange, ExchangeRecord.AnnexFile file, Path target, OutputStream out)
            throws IOException {
        HttpAnswer answer = http.send(
                HttpCall.get(address, SirCalls.SERVICE, "descarrega")
                        .timeouts(Timeouts.documents())
                        .build(),
                out);
        out.close();
        if (!answer.isSuccess()) {
            throw failed("SIR did not give the file " + file.id() + " (HTTP " + answer.status() + ")");
        }
        DocumentContent content = DocumentContent.of(target, MediaType.BINARY);
        if (digest(exchange, file).filter(d -> !d.equals(content.sha256())).isPresent()) {
            throw failed("The file " + file.id() + " is not the one that the message describes");
        }
        return content;
    }

    /** The answer names a file by its name only; if two share it, none can be checked. */
    private static Optional<Sha256> digest(ExchangeRecord exchange, ExchangeRecord.AnnexFile file) {
        List<ExchangeAnnex> named = exchange.message().map(m -> m.annexes()).orElse(List.of()).stream()
                .filter(a -> a.name().equals(file.name()))
                .toList();
        return named.size() == 1 ? named.get(0).sha256() : Optional.empty();
    }

    private static SirException failed(String what) {
        return new SirException(
                Failure.of(Failure.Fault.REMOTE, what)
                        .service(SirCalls.SERVICE)
                        .retry(Failure.Retry.LATER)
                        .remedy("Consult the exchange and try again; if it goes on, tell the consortium.")
                        .build(),
                "");
    }
}
