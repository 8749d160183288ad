package cat.eset.signature.dss.internal;

import cat.eset.core.MediaType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import java.io.IOException;

/**
 * One signature by a signing service of DSS, for the formats where nothing can be gained on it.
 *
 * @param <P> the service's kind of parameters
 */
final class ServiceStep<P extends AbstractSignatureParameters<T>, T extends TimestampParameters>
        implements SigningStep {

    private final DocumentSignatureService<P, T> service;
    private final DSSDocument document;
    private final P parameters;
    private final MediaType mediaType;
    private final byte[] toBeSigned;

    ServiceStep(DocumentSignatureService<P, T> service, DSSDocument document, P parameters, MediaType mediaType) {
        this.service = service;
        this.document = document;
        this.parameters = parameters;
        this.mediaType = mediaType;
        this.toBeSigned = service.getDataToSign(document, parameters).getBytes();
    }

    @Override
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    @Override
    public RawResult finish(byte[] signatureValue) throws IOException {
        DSSDocument signed = service.signDocument(document, parameters, Parameters.value(parameters, signatureValue));
        return RawResult.of(signed, mediaType);
    }

    @Override
    public void close() {
        // nothing of it is on disk
    }
}
