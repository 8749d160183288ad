package cat.eset.transport.pci;

import static cat.eset.transport.pci.PciNames.BASE64_BINARY;
import static cat.eset.transport.pci.PciNames.DS;
import static cat.eset.transport.pci.PciNames.EXC_C14N;
import static cat.eset.transport.pci.PciNames.SOAP;
import static cat.eset.transport.pci.PciNames.WSSE;
import static cat.eset.transport.pci.PciNames.WSU;
import static cat.eset.transport.pci.PciNames.X509V3;

import cat.eset.transport.xml.XmlElement;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the WS-Security signature of an answer (contract pci 10.3) on the very tree that is handed on: one Security header,
 * one signature, allow-listed algorithms, one transform per reference, no id twice, and one reference that resolves to the
 * Body that will be read. The secure mode of the JDK cannot do it, because it forbids the SHA-1 that the PCI uses.
 * Thread-safe.
 */
final class ResponseVerifier {

    private static final Map<String, String> SIGNATURES =
            Map.of(PciNames.RSA_SHA1, "SHA1withRSA", PciNames.RSA_SHA256, "SHA256withRSA");
    private static final Map<String, String> DIGESTS = Map.of(PciNames.SHA1, "SHA-1", PciNames.SHA256, "SHA-256");
    private static final int MOST_REFERENCES = 4;

    private final SignerTrust trust;

    ResponseVerifier(SignerTrust trust) {
        this.trust = trust;
    }

    /** The certificate that signed the Body of this envelope. */
    X509Certificate verify(XmlElement envelope, XmlElement body) throws SignatureProblem {
        XmlElement header = only(envelope, SOAP, "Header", "it has no Header");
        XmlElement security = only(header, WSSE, "Security", "it is not signed");
        XmlElement signature = only(security, DS, "Signature", "it is not signed");
        Map<String, XmlElement> byId = elementsById(envelope, header);
        refuseOtherSignatures(header, signature);
        XmlElement signedInfo = only(signature, DS, "SignedInfo", "its signature has no SignedInfo");
        X509Certificate signer = signer(security, signature, byId);
        checkValue(signature, signedInfo, signer);
        checkReferences(signedInfo, byId, body);
        return signer;
    }

    private X509Certificate signer(XmlElement security, XmlElement signature, Map<String, XmlElement> byId)
            throws SignatureProblem {
        XmlElement keyInfo = only(signature, DS, "KeyInfo", "its signature names no key");
        XmlElement holder = only(keyInfo, WSSE, "SecurityTokenReference", "its signature names no token");
        XmlElement reference = only(holder, WSSE, "Reference", "its signature names no token");
        XmlElement token = resolve(reference.attribute("URI").orElse(""), byId);
        boolean isToken = token.is(WSSE, "BinarySecurityToken")
                && token.parent().filter(p -> p == security).isPresent()
                && token.attribute("ValueType").orElse("").equals(X509V3)
                && token.attribute("EncodingType").orElse(BASE64_BINARY).equals(BASE64_BINARY);
        if (!isToken) {
            throw new SignatureProblem("its key is not an X.509 token of the same header");
        }
        return trust.certificate(token.text());
    }

    private static void checkValue(XmlElement signature, XmlElement signedInfo, X509Certificate signer)
            throws SignatureProblem {
        XmlElement canonicalization = only(signedInfo, DS, "CanonicalizationMethod", "it names no canonicalization");
        requireExclusive(canonicalization);
        XmlElement method = only(signedInfo, DS, "SignatureMethod", "it names no signature algorithm");
        String algorithm = SIGNATURES.get(method.attribute("Algorithm").orElse(""));
        if (algorithm == null || !method.children().isEmpty()) {
            throw new SignatureProblem("its signature algorithm is not allowed");
        }
        byte[] value = base64(only(signature, DS, "SignatureValue", "it has no signature value"));
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(signer.getPublicKey());
            signedInfo.canonical(new SignatureStream(verifier), inclusivePrefixes(canonicalization));
            if (!verifier.verify(value)) {
                throw new SignatureProblem("its signature value is wrong");
            }
        } catch (GeneralSecurityException e) {
            throw new SignatureProblem("its signature value cannot be checked");
        }
    }

    private static void checkReferences(XmlElement signedInfo, Map<String, XmlElement> byId, XmlElement body)
            throws SignatureProblem {
        List<XmlElement> references = signedInfo.children(DS, "Reference");
        if (references.isEmpty() || references.size() > MOST_REFERENCES) {
            throw new SignatureProblem("its signature has " + references.size() + " references");
        }
        int bodies = 0;
        for (XmlElement reference : references) {
            XmlElement target = resolve(reference.attribute("URI").orElse(""), byId);
            checkDigest(reference, target);
            bodies += target == body ? 1 : 0;
        }
        if (bodies != 1) {
            throw new SignatureProblem("its signature does not cover the Body");
        }
    }

    private static void checkDigest(XmlElement reference, XmlElement target) throws SignatureProblem {
        XmlElement transforms = only(reference, DS, "Transforms", "a reference has no transform");
        if (transforms.children().size() != 1) {
            throw new SignatureProblem("a reference has not exactly one transform");
        }
        XmlElement transform = only(transforms, DS, "Transform", "a reference has no transform");
        requireExclusive(transform);
        XmlElement method = only(reference, DS, "DigestMethod", "a reference names no digest");
        String algorithm = DIGESTS.get(method.attribute("Algorithm").orElse(""));
        if (algorithm == null) {
            throw new SignatureProblem("its digest algorithm is not allowed");
        }
        byte[] expected = base64(only(reference, DS, "DigestValue", "a reference has no digest"));
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            target.canonical(new DigestStream(digest), inclusivePrefixes(transform));
            if (!MessageDigest.isEqual(digest.digest(), expected)) {
                throw new SignatureProblem("what was signed was changed afterwards");
            }
        } catch (GeneralSecurityException e) {
            throw new SignatureProblem("its digest cannot be computed");
        }
    }

    private static void requireExclusive(XmlElement method) throws SignatureProblem {
        boolean onlyPrefixes = method.children().stream().allMatch(c -> c.is(EXC_C14N, "InclusiveNamespaces"));
        if (!method.attribute("Algorithm").orElse("").equals(EXC_C14N)
                || !onlyPrefixes
                || method.children().size() > 1) {
            throw new SignatureProblem("its canonicalization or transform is not allowed");
        }
    }

    private static Set<String> inclusivePrefixes(XmlElement method) {
        String list = method.child(EXC_C14N, "InclusiveNamespaces")
                .flatMap(e -> e.attribute("PrefixList"))
                .orElse("")
                .strip();
        if (list.isEmpty()) {
            return Set.of();
        }
        Set<String> prefixes = new HashSet<>();
        for (String prefix : Arrays.asList(list.split("\\s+", -1))) {
            prefixes.add(prefix.equals("#default") ? "" : prefix);
        }
        return prefixes;
    }

    /** Every element with an id; the same id twice is how a wrapping attack begins. */
    private static Map<String, XmlElement> elementsById(XmlElement envelope, XmlElement header)
            throws SignatureProblem {
        Map<String, XmlElement> byId = new HashMap<>();
        Set<String> twice = new HashSet<>();
        envelope.forEach(e -> put(byId, twice, e.attribute(WSU, "Id"), e));
        // Product payloads may hold signed documents with ids of their own; only the header's count.
        header.forEach(e -> put(byId, twice, e.attribute("Id"), e));
        if (!twice.isEmpty()) {
            throw new SignatureProblem("it bears the same id twice");
        }
        return byId;
    }

    private static void put(Map<String, XmlElement> byId, Set<String> twice, Optional<String> id, XmlElement e) {
        if (id.isEmpty()) {
            return;
        }
        XmlElement other = byId.put(id.get(), e);
        if (other != null && other != e) {
            twice.add(id.get());
        }
    }

    private static XmlElement resolve(String uri, Map<String, XmlElement> byId) throws SignatureProblem {
        XmlElement target = uri.startsWith("#") ? byId.get(uri.substring(1)) : null;
        if (target == null) {
            throw new SignatureProblem("its signature points at something that is not there");
        }
        return target;
    }

    private static void refuseOtherSignatures(XmlElement header, XmlElement signature) throws SignatureProblem {
        int[] others = {0};
        header.forEach(e -> others[0] += e.is(DS, "Signature") && e != signature ? 1 : 0);
        if (others[0] > 0) {
            throw new SignatureProblem("it has more than one signature");
        }
    }

    private static XmlElement only(XmlElement parent, String namespace, String name, String missing)
            throws SignatureProblem {
        List<XmlElement> found = parent.children(namespace, name);
        if (found.isEmpty()) {
            throw new SignatureProblem(missing);
        }
        if (found.size() > 1) {
            throw new SignatureProblem("it has more than one " + name);
        }
        return found.get(0);
    }

    private static byte[] base64(XmlElement element) throws SignatureProblem {
        try {
            return Base64.getMimeDecoder().decode(element.rawText());
        } catch (IllegalArgumentException e) {
            throw new SignatureProblem("its " + element.localName() + " is not Base64");
        }
    }

    /** Feeds a digest. */
    private static final class DigestStream extends OutputStream {
        private final MessageDigest digest;

        DigestStream(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            digest.update(b, off, len);
        }
    }

    /** Feeds a signature. */
    private static final class SignatureStream extends OutputStream {
        private final Signature signature;

        SignatureStream(Signature signature) {
            this.signature = signature;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            try {
                signature.update(b, off, len);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the signature was initialised", e);
            }
        }
    }
}
