package cat.eset.registry;

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

/** An official schema, where the build was told where they are. */
public final class OfficialSchema {

    private final Schema schema;

    private OfficialSchema(Schema schema) {
        this.schema = schema;
    }

    /** A file below the folder of the official schemas, for example {@code sir2/dadesEspecifiques.xsd}. */
    public static OfficialSchema of(String file) {
        String base = System.getProperty("eset.official.schemas", "");
        assumeTrue(!base.isEmpty(), "eset.official.schemas is not set: official schemas are not checked");
        Path xsd = Path.of(base, file);
        if (!Files.isRegularFile(xsd)) {
            throw new AssertionError("eset.official.schemas is set but has no " + file);
        }
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new OfficialSchema(factory.newSchema(xsd.toFile()));
        } catch (SAXException e) {
            throw new AssertionError("the official schema " + file + " does not compile", e);
        }
    }

    public void assertValid(String xml) {
        assertThatCode(() -> validate(xml)).as(xml).doesNotThrowAnyException();
    }

    public boolean isValid(String xml) {
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
