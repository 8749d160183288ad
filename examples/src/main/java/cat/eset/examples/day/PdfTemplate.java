package cat.eset.examples.day;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An XHTML page with {@code {{slots}}} that becomes a PDF/A-2u, the format a signed document is kept in. Every slot
 * must get a value and every value a slot, so that a decree never leaves with a hole in it.
 */
public final class PdfTemplate {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final String page;

    private PdfTemplate(String page) {
        this.page = page;
    }

    /** A template of this package's resources, for example {@code decree.xhtml}. */
    public static PdfTemplate named(String resource) {
        try (InputStream in = Objects.requireNonNull(PdfTemplate.class.getResourceAsStream(resource), resource)) {
            return new PdfTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PDF with these values; line breaks inside a value are kept. */
    public DocumentContent fill(Map<String, String> values) {
        String filled = SLOT.matcher(page)
                .replaceAll(slot -> Matcher.quoteReplacement(escape(Objects.requireNonNull(
                        values.get(slot.group(1)), () -> "no value for {{" + slot.group(1) + "}}"))));
        for (String name : values.keySet()) {
            if (!page.contains("{{" + name + "}}")) {
                throw new IllegalArgumentException("the template has no {{" + name + "}}");
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans")
                .withHtmlContent(filled, null)
                .withProducer("e-SET SDK examples")
                .toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DocumentContent.of(out.toByteArray(), MediaType.PDF);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br/>");
    }
}
