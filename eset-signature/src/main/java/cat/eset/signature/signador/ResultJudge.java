package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.signature.signador.ResultFiles.Named;
import cat.eset.signature.signador.SignadorMode.Shape;
import cat.eset.signature.signador.SignadorOutcome.Distrusted;
import cat.eset.signature.signador.SignadorOutcome.Result;
import cat.eset.signature.signador.SignadorOutcome.Signed;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
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

    private static final String ALONE = "document";
    private static final int BUFFER = 8192;

    private final PendingJob job;
    private final Map<String, DocumentContent> documents;
    private final SignatureValidator validator;
    private final Map<String, Result> results = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    ResultJudge(PendingJob job, Map<String, DocumentContent> documents, SignatureValidator validator) {
        this.job = job;
        this.documents = documents;
        this.validator = validator;
    }

    SignadorOutcome judge(List<Named> files) throws IOException {
        if (job.documents().isEmpty()) {
            unknown(files);
        } else if (job.xml().together()) {
            together(files);
        } else {
            oneEach(files);
        }
        return reasons.isEmpty() ? new Signed(results) : new Distrusted(reasons);
    }

    /** Nobody here knows what was on the person's disk: each file has to hold a good signature over what it carries. */
    private void unknown(List<Named> files) {
        for (Named file : files) {
            SignatureValidation found = validator.validate(file.content());
            Optional<SignatureFinding> finding = found.signatures().stream()
                    .filter(signature -> signature.intact() && isOverWhatItCarries(signature))
                    .reduce((first, second) -> second);
            if (finding.isEmpty()) {
                reasons.add("a file came back without a signature over what it carries");
                continue;
            }
            problem(finding.get()).ifPresent(reasons::add);
            String name = file.name().isEmpty() ? ALONE : file.name();
            if (results.putIfAbsent(name, new Result(file.content(), found)) != null) {
                reasons.add("two files came back with the same name");
            }
        }
        if (files.isEmpty()) {
            reasons.add("no signature came back");
        }
    }

    private boolean isOverWhatItCarries(SignatureFinding finding) {
        return job.mode().isPdf()
                ? finding.coverage() == Coverage.FULL
                : finding.signedContent().isPresent();
    }

    /** One signature over all documents: each has its own reference in it. */
    private void together(List<Named> files) throws IOException {
        if (files.size() != 1) {
            reasons.add("one signature was asked for, and " + files.size() + " files came back");
            return;
        }
        DocumentContent file = files.get(0).content();
        Optional<Map<String, DocumentContent>> contents = contents(file);
        if (contents.isEmpty()) {
            reasons.add("the signature is not over all the documents sent");
            return;
        }
        SignatureValidation found =
                job.mode().isBeside() ? validator.validate(file, contents.get()) : validator.validate(file);
        Optional<SignatureFinding> finding =
                found.signatures().stream().filter(SignatureFinding::intact).findFirst();
        if (finding.isEmpty()) {
            reasons.add("the signature is not over the documents sent");
            return;
        }
        problem(finding.get()).ifPresent(reasons::add);
        documents.keySet().forEach(name -> results.put(name, new Result(file, found)));
    }

    private Optional<Map<String, DocumentContent>> contents(DocumentContent file) throws IOException {
        Optional<SignedReferences> references = SignedReferences.of(file);
        return references.isEmpty() ? Optional.empty() : references.get().over(documents.values());
    }

    /** By the name of the file first, and always by what it signs: names and order inside a ZIP are not documented. */
    private void oneEach(List<Named> files) throws IOException {
        for (Named file : files) {
            if (!isOverOne(file)) {
                reasons.add("a signature came back that is over none of the documents sent");
            }
        }
        for (String name : documents.keySet()) {
            if (!results.containsKey(name)) {
                reasons.add("no signature came back for one of the documents sent");
            }
        }
    }

    private boolean isOverOne(Named file) throws IOException {
        for (String name : candidates(file.name())) {
            DocumentContent document = documents.getOrDefault(name, file.content());
            SignatureValidation found = validate(file.content(), document);
            for (SignatureFinding finding : found.signatures()) {
                if (covers(file.content(), document, finding)) {
                    problem(finding).ifPresent(reasons::add);
                    results.put(name, new Result(file.content(), found));
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> candidates(String fileName) {
        List<String> out = new ArrayList<>();
        for (String name : documents.keySet()) {
            if (!results.containsKey(name)) {
                boolean named = fileName.equals(name) || fileName.startsWith(name + ".");
                out.add(named ? 0 : out.size(), name);
            }
        }
        return out;
    }

    private SignatureValidation validate(DocumentContent file, DocumentContent document) {
        return job.mode().isBeside() ? validator.validate(file, document) : validator.validate(file);
    }

    /** A document that was signed before has older signatures too: the one that was asked for is over those as well. */
    private boolean covers(DocumentContent file, DocumentContent document, SignatureFinding finding)
            throws IOException {
        if (!finding.intact()) {
            return false;
        }
        if (job.mode().shape() == Shape.PDF) {
            return finding.coverage() == Coverage.FULL && beginsWith(file, document);
        }
        if (!job.xml().elements().isEmpty()) {
            Optional<SignedReferences> references = SignedReferences.of(file);
            return references.isPresent()
                    && references.get().areOver(job.xml().elements())
                    && references.get().areAddedTo(document);
        }
        // Also beside the content: a signature may carry other content inside, and be intact over that.
        Optional<DocumentContent> signed = finding.signedContent();
        if (signed.isEmpty() && job.mode().isXml()) {
            return refersTo(file, document);
        }
        return signed.isPresent()
                && (signed.get().sha256().equals(document.sha256())
                        || (job.mode().shape() == Shape.ENVELOPED && XmlSameness.same(signed.get(), document)));
    }

    /** A signature that also covers its key has more than one content. */
    private boolean refersTo(DocumentContent file, DocumentContent document) throws IOException {
        Optional<SignedReferences> references = SignedReferences.of(file);
        if (references.isEmpty()) {
            return false;
        }
        return job.mode().shape() == Shape.ENVELOPED
                ? references.get().areOverAll() && references.get().areAddedTo(document)
                : references.get().over(List.of(document)).isPresent();
    }

    /** A PDF signature is an update added after the bytes that were sent. */
    private static boolean beginsWith(DocumentContent file, DocumentContent document) throws IOException {
        if (file.length() <= document.length()) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = file.open()) {
            byte[] buffer = new byte[BUFFER];
            long left = document.length();
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                if (read == 0) {
                    return false;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return Sha256.ofDigest(digest.digest()).equals(document.sha256());
    }

    private Optional<String> problem(SignatureFinding finding) {
        if (finding.judgement() instanceof Judgement.Invalid invalid) {
            return Optional.of("a signature is invalid: " + invalid.why());
        }
        if (job.signer().isPresent()) {
            String expected = job.signer().map(Nif::value).orElseThrow();
            boolean same = finding.signer()
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
