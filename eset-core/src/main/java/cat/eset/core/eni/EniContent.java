package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.function.Function;

/** The content of an ENI document. */
public sealed interface EniContent {

    /**
     * Bytes inside the XML.
     *
     * @param bytes what; streamed when written
     * @param formatName its format in the catalogue of standards, for example {@code PDF}
     */
    record Binary(DocumentContent bytes, String formatName) implements EniContent {
        /** Checks the values. */
        public Binary {
            Objects.requireNonNull(bytes, "bytes");
            checkFormat(formatName);
        }

        @Override
        public <T> T fold(Function<Binary, T> binary, Function<Xml, T> xml, Function<Reference, T> reference) {
            return binary.apply(this);
        }
    }

    /**
     * XML inside the XML.
     *
     * @param element its root element
     * @param formatName its format in the catalogue of standards, for example {@code XML}
     */
    record Xml(VerbatimXml element, String formatName) implements EniContent {
        /** Checks the values. */
        public Xml {
            Objects.requireNonNull(element, "element");
            checkFormat(formatName);
        }

        @Override
        public <T> T fold(Function<Binary, T> binary, Function<Xml, T> xml, Function<Reference, T> reference) {
            return xml.apply(this);
        }
    }

    /**
     * A file that travels apart.
     *
     * @param to internal reference to the file
     * @param formatName its format in the catalogue of standards
     */
    record Reference(String to, String formatName) implements EniContent {
        /** Checks the values. */
        public Reference {
            Objects.requireNonNull(to, "to");
            checkFormat(formatName);
        }

        @Override
        public <T> T fold(Function<Binary, T> binary, Function<Xml, T> xml, Function<Reference, T> reference) {
            return reference.apply(this);
        }
    }

    private static void checkFormat(String formatName) {
        if (formatName.isBlank()) {
            throw InvalidValueException.of("EniContent", "the name of its format may not be blank");
        }
    }

    /** Its format in the catalogue of standards (NombreFormato). */
    String formatName();

    /** One function per case. */
    <T> T fold(Function<Binary, T> binary, Function<Xml, T> xml, Function<Reference, T> reference);
}
