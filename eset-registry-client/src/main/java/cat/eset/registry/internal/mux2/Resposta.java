package cat.eset.registry.internal.mux2;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.transport.xml.XmlElement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What MUX V2 answered.
 *
 * @param code {@code OK}, {@code KO}, or whatever came
 * @param errors as they came
 * @param payload the whole answer
 */
public record Resposta(String code, List<ErrorLine> errors, XmlElement payload) {

    /** Copies the list. */
    public Resposta {
        errors = List.copyOf(errors);
    }

    /** An error as it came: MUX has one code for all, so the text is what tells them apart. */
    public record ErrorLine(String code, String text) {}

    /** Whether it worked. */
    public boolean isOk() {
        return code.equals("OK");
    }

    /** Codes of its errors. */
    public String codes() {
        String codes = errors.stream().map(ErrorLine::code).distinct().collect(Collectors.joining(", "));
        return codes.isEmpty() ? code : codes;
    }

    /** Texts of its errors. */
    public String texts() {
        return errors.stream().map(ErrorLine::text).distinct().collect(Collectors.joining(" | "));
    }

    /** Whether one of its texts has these words. */
    public boolean says(String words) {
        return errors.stream().anyMatch(error -> error.text().contains(words));
    }

    /** The answer as a document of its own. */
    public DocumentContent raw() {
        return DocumentContent.of(payload.canonical(), MediaType.XML);
    }
}
