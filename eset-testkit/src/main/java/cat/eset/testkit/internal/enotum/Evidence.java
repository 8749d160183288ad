package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.internal.xml.XmlText;
import cat.eset.testkit.pki.TestIdentity;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.DigestMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Evidence in XML, sealed with an enveloped XMLDSig. The contract publishes no schema for it: the vocabulary is ours and
 * says so in its namespace; clients must keep the bytes and understand nothing.
 */
final class Evidence {

    private static final String NAMESPACE = "urn:cat:eset:testkit:enotum:evidence";

    private final Supplier<TestIdentity> seals;

    Evidence(Supplier<TestIdentity> seals) {
        this.seals = seals;
    }

    /** What happened to a notice, sealed. */
    String seal(Notice notice, String fact, Instant at, String by) {
        XmlText x = XmlText.prefixed("").open("Evidencia").attribute("xmlns", NAMESPACE);
        x.leaf("Fet", fact)
                .leaf("IdNotificacio", String.valueOf(notice.id))
                .leaf("Referencia", notice.field("Referencia"))
                .leaf("Organisme", notice.organisation)
                .leaf("Titol", notice.field("Titol"))
                .leafUnlessEmpty("NumeroRegistre", notice.registryNumber)
                .leaf("DataHora", Times.write(at))
                .leaf("SegellTemps", Times.utc(Instant.now()))
                .leafUnlessEmpty("Practicant", by);
        for (NoticeDocument document : notice.draft.documents()) {
            x.open("Document").leaf("Nom", document.name());
            document.content().ifPresent(c -> x.leaf("ResumSHA256", c.sha256()));
            x.close();
        }
        try {
            return sign(x.close().toString());
        } catch (MalformedXmlException | GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the simulator cannot seal its evidence", e);
        } catch (TransformerException e) {
            throw new IllegalStateException("the simulator cannot write its evidence", e);
        }
    }

    private String sign(String xml)
            throws MalformedXmlException, GeneralSecurityException, MarshalException, XMLSignatureException,
                    TransformerException {
        Document document = Dom.parse(xml.getBytes(StandardCharsets.UTF_8));
        TestIdentity seal = seals.get();
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        SignedInfo info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) none()),
                factory.newSignatureMethod(SignatureMethod.RSA_SHA256, (SignatureMethodParameterSpec) none()),
                List.of(factory.newReference(
                        "",
                        factory.newDigestMethod(DigestMethod.SHA256, (DigestMethodParameterSpec) none()),
                        List.of(
                                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) none()),
                                factory.newTransform(
                                        CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) none())),
                        null,
                        null)));
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(seal.certificate()))));
        DOMSignContext context = new DOMSignContext(seal.privateKey(), document.getDocumentElement());
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(info, keyInfo).sign(context);
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    private static @Nullable Object none() {
        return null;
    }
}
