package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.signature.signador.SignadorMode.Shape;
import cat.eset.signature.signador.SignadorOutcome.Distrusted;
import cat.eset.signature.signador.SignadorOutcome.Result;
import cat.eset.signature.signador.SignadorOutcome.Signed;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether what came back is what was asked for: over the document that was sent, by whom it should be, and not
 * invalid. AOC leaves that to the application (signador 1 and 7.5).
 */
final class ResultJudge {

    private final PendingJob job;
    private final Map<String, DocumentContent> documents;
    private final SignatureValidator validator;

    ResultJudge(PendingJob job, Map<String, DocumentContent> documents, SignatureValidator validator) {
        this.job = job;
        this.documents = documents;
        this.validator = validator;
    }

    /** Matches each signature to its document by what it signs; names and order inside a ZIP are not documented. */
    SignadorOutcome judge(Map<String, DocumentContent> files) throws IOException {
        Map<String, Result> results = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        for (DocumentContent file : files.values()) {
            Optional<String> name = Optional.empty();
            for (Map.Entry<String, DocumentContent> document : documents.entrySet()) {
                if (results.containsKey(document.getKey())) {
                    continue;
                }
                SignatureValidation found = validate(file, document.getValue());
                if (covers(file, document.getValue(), found)) {
                    name = Optional.of(document.getKey());
                    problem(found).ifPresent(reasons::add);
                    results.put(document.getKey(), new Result(file, found));
                    break;
                }
            }
            if (name.isEmpty()) {
                reasons.add("a signature came back that is over none of the documents sent");
            }
        }
        for (String name : documents.keySet()) {
            if (!results.containsKey(name)) {
                reasons.add("no signature came back for one of the documents sent");
            }
        }
        return reasons.isEmpty() ? new Signed(results) : new Distrusted(reasons);
    }

    private SignatureValidation validate(DocumentContent file, DocumentContent document) {
        return job.mode().isBeside() ? validator.validate(file, document) : validator.validate(file);
    }

    private boolean covers(DocumentContent file, DocumentContent document, SignatureValidation found)
            throws IOException {
        if (found.signatures().isEmpty()) {
            return false;
        }
        SignatureFinding last = found.signatures().get(found.signatures().size() - 1);
        if (!last.intact()) {
            return false;
        }
        if (job.mode().shape() == Shape.PDF) {
            return beginsWith(file, document);
        }
        if (job.mode().isBeside()) {
            return true; // the validator was given the document, and the signature is intact over it
        }
        Optional<DocumentContent> signed = last.signedContent();
        return signed.isPresent()
                && (signed.get().sha256().equals(document.sha256())
                        || (job.mode().shape() == Shape.ENVELOPED && XmlSameness.same(signed.get(), document)));
    }

    /** A PDF signature is an update added after the bytes that were sent. */
    private static boolean beginsWith(DocumentContent file, DocumentContent document) throws IOException {
        if (file.length() <= document.length()) {
            return false;
        }
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(Math.toIntExact(document.length()));
            return Sha256.of(start).equals(document.sha256());
        }
    }

    private Optional<String> problem(SignatureValidation found) {
        SignatureFinding last = found.signatures().get(found.signatures().size() - 1);
        if (last.judgement() instanceof Judgement.Invalid invalid) {
            return Optional.of("a signature is invalid: " + invalid.why());
        }
        if (job.signer().isPresent()) {
            String expected = job.signer().map(Nif::value).orElseThrow();
            boolean same = last.signer()
                    .flatMap(signer -> signer.personId())
                    .filter(expected::equals)
                    .isPresent();
            if (!same) {
                return Optional.of("a signature is not by the person who had to sign");
            }
        }
        return Optional.empty();
    }
}
