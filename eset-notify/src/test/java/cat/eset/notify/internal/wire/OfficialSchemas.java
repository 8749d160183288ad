package cat.eset.notify.internal.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schemas, where the build was told where they are. */
final class OfficialSchemas {

    private final Schema schema;

    private OfficialSchemas(Schema schema) {
        this.schema = schema;
    }

    /** One of the files of {@code enotum-4.0/xsds}. */
    static OfficialSchemas enotum(String file) {
        String base = System.getProperty("eset.official.schemas", "");
        assumeTrue(!base.isEmpty(), "eset.official.schemas is not set: official schemas are not checked");
        Path xsd = Path.of(base, "enotum-4.0", "xsds", file);
        if (!Files.isRegularFile(xsd)) {
            throw new AssertionError("eset.official.schemas is set but has no enotum-4.0/xsds/" + file);
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new OfficialSchemas(factory.newSchema(xsd.toFile()));
        } catch (SAXException e) {
            throw new AssertionError("the official schema " + file + " does not compile", e);
        }
    }

    void assertValid(String xml) {
        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                .as(xml)
                .doesNotThrowAnyException();
    }

    boolean isValid(String xml) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException | java.io.IOException e) {
            return false;
        }
    }
}
