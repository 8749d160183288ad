package cat.eset.registry.internal.mux2;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schema of the requests of MUX V2, where the build was told where it is. */
final class OfficialSchema {

    private final Schema schema;

    private OfficialSchema(Schema schema) {
        this.schema = schema;
    }

    static OfficialSchema load() {
        String base = System.getProperty("eset.official.schemas", "");
        assumeTrue(!base.isEmpty(), "eset.official.schemas is not set: official schemas are not checked");
        Path xsd = Path.of(base, "mux", "PeticioMUX2.xsd");
        if (!Files.isRegularFile(xsd)) {
            throw new AssertionError("eset.official.schemas is set but has no mux/PeticioMUX2.xsd");
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new OfficialSchema(factory.newSchema(xsd.toFile()));
        } catch (SAXException e) {
            throw new AssertionError("the official schema of MUX V2 does not compile", e);
        }
    }

    void assertValid(String xml) {
        assertThatCode(() -> validate(xml)).as(xml).doesNotThrowAnyException();
    }

    boolean isValid(String xml) {
        try {
            validate(xml);
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    private void validate(String xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }
}
