package cat.eset.notify.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.notify.ENotumException;
import cat.eset.notify.internal.wire.EvidenceCodec;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationId;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches evidence: XML with its bytes untouched, PDF downloaded at once because its address is short-lived. */
public final class EvidenceFetching {

    private static final EvidenceCodec CODEC = new EvidenceCodec();
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private final NtCalls calls;
    private final HttpExchangeClient downloads;

    /**
     * Fetching in the role of these calls.
     *
     * @param downloads calls allowed hosts only and reads no more than the limit
     */
    public EvidenceFetching(NtCalls calls, HttpExchangeClient downloads) {
        this.calls = calls;
        this.downloads = downloads;
    }

    /** The XML evidence that exists now. */
    public EvidenceXml xml(NotificationId id) {
        EvidenceCodec.Found found = calls.ask(CODEC, new EvidenceCodec.Query(id, false, Optional.empty()));
        return new EvidenceXml(
                id,
                found.deposit().map(EvidenceFetching::bytes),
                found.practice().map(EvidenceFetching::bytes),
                found.cancellation().map(EvidenceFetching::bytes));
    }

    /** The PDF receipt. */
    public EvidencePdf pdf(NotificationId id, Optional<ContentLanguage> language) {
        EvidenceCodec.Found found = calls.ask(CODEC, new EvidenceCodec.Query(id, true, language));
        EvidenceCodec.Pdf pdf = found.pdf().orElseThrow(() -> broken("e-NOTUM gave no address for the PDF evidence"));
        HttpAnswer answer = downloads.send(HttpCall.get(address(pdf.address()), NtCalls.SERVICE, "EvidenciaPDF")
                .build());
        if (!answer.isSuccess()) {
            throw broken("the PDF evidence was not given: HTTP status " + answer.status());
        }
        byte[] body = answer.body();
        if (body.length < PDF.length || !startsWithPdf(body)) {
            throw broken("what came as PDF evidence is not a PDF");
        }
        return new EvidencePdf(id, pdf.desalDocument(), DocumentContent.of(body, MediaType.PDF));
    }

    private static boolean startsWithPdf(byte[] body) {
        for (int i = 0; i < PDF.length; i++) {
            if (body[i] != PDF[i]) {
                return false;
            }
        }
        return true;
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text.strip());
            if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
                throw broken("the address of the PDF evidence is not https");
            }
            return address;
        } catch (URISyntaxException e) {
            throw broken("the address of the PDF evidence cannot be read");
        }
    }

    /** The text as the service wrote it, in the encoding that its own declaration says. */
    private static DocumentContent bytes(String text) {
        Matcher declared = DECLARED.matcher(text);
        Charset charset = StandardCharsets.UTF_8;
        if (declared.find()) {
            try {
                charset = Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                charset = StandardCharsets.UTF_8;
            }
        }
        return DocumentContent.of(text.getBytes(charset), MediaType.XML);
    }

    private static EsetException broken(String what) {
        return new ENotumException(
                Failure.of(Failure.Fault.REMOTE, what)
                        .service(NtCalls.SERVICE)
                        .retry(Failure.Retry.LATER)
                        .remedy("Ask for the evidence again; its address is short-lived")
                        .build(),
                List.of());
    }
}
