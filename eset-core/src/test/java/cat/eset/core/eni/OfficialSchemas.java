package cat.eset.core.eni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/** The official ENI schemas, found by the system property {@code eset.official.schemas}, offline. */
final class OfficialSchemas {

    private OfficialSchemas() {}

    static Path folder() {
        String property = System.getProperty("eset.official.schemas", "");
        assumeTrue(!property.isBlank(), "eset.official.schemas is not set: official schemas are not checked");
        Path folder = Path.of(property, "eni");
        assertThat(folder).as("eset.official.schemas is set and must exist").isDirectory();
        return folder;
    }

    static void validate(String schemaFile, byte[] xml) throws Exception {
        Path folder = folder();
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setResourceResolver(new Local(folder));
        Schema schema = factory.newSchema(
                new StreamSource(new StringReader(Files.readString(folder.resolve(schemaFile))), schemaFile));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    static boolean isValid(String schemaFile, byte[] xml) throws Exception {
        try {
            validate(schemaFile, xml);
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private record Local(Path folder) implements LSResourceResolver {
        @Override
        public LSInput resolveResource(
                String type, String namespace, String publicId, String systemId, String baseUri) {
            String file = systemId.substring(systemId.lastIndexOf('/') + 1);
            try {
                // The W3C file asks for a DTD, which secure processing refuses; its subset adds nothing.
                String text = Files.readString(folder.resolve(file)).replaceAll("(?s)<!DOCTYPE.*?\\]>", "");
                return new Text(text, systemId);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Text(String text, String systemId) implements LSInput {
        @Override
        public Reader getCharacterStream() {
            return new StringReader(text);
        }

        @Override
        public InputStream getByteStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getStringData() {
            return text;
        }

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public String getPublicId() {
            return "";
        }

        @Override
        public String getBaseURI() {
            return "";
        }

        @Override
        public String getEncoding() {
            return "UTF-8";
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader value) {}

        @Override
        public void setByteStream(InputStream value) {}

        @Override
        public void setStringData(String value) {}

        @Override
        public void setSystemId(String value) {}

        @Override
        public void setPublicId(String value) {}

        @Override
        public void setBaseURI(String value) {}

        @Override
        public void setEncoding(String value) {}

        @Override
        public void setCertifiedText(boolean value) {}
    }
}
