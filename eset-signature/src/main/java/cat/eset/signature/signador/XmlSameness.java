package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.signature.internal.xml.SafeXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.xml.crypto.Data;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;

/** Whether two XML documents are the same once they are canonicalised: a signing program may write them differently. */
final class XmlSameness {

    private XmlSameness() {}

    static boolean same(DocumentContent one, DocumentContent other) throws IOException {
        if (SafeXml.parse(one).isEmpty() || SafeXml.parse(other).isEmpty()) {
            return false; // what follows would take entities in
        }
        try {
            return Arrays.equals(canonical(one), canonical(other));
        } catch (GeneralSecurityException | TransformException e) {
            return false;
        }
    }

    private static byte[] canonical(DocumentContent content)
            throws IOException, GeneralSecurityException, TransformException {
        CanonicalizationMethod method = XMLSignatureFactory.getInstance("DOM")
                .newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null);
        try (InputStream in = content.open()) {
            Data out = method.transform(new OctetStreamData(in), null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ((OctetStreamData) out).getOctetStream().transferTo(bytes);
            return bytes.toByteArray();
        }
    }
}
