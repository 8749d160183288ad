package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.Optional;

/**
 * How a PDF signature of the Signador looks (signador 4.4). Each method returns a copy with one thing changed.
 *
 * @param visible whether it is seen
 * @param page page number from 1; 0 is the last one, -1 all
 * @param rectangle {@code llx lly urx ury} in PDF user space
 * @param field existing empty field to sign
 * @param reason shown by viewers; also hides that question from the person
 * @param location shown by viewers; also hides that question from the person
 * @param image picture in the mark
 */
public record PdfAppearance(
        boolean visible,
        int page,
        String rectangle,
        Optional<String> field,
        Optional<String> reason,
        Optional<String> location,
        Optional<DocumentContent> image) {

    /** Checks the values. */
    public PdfAppearance {
        if (page < -1) {
            throw InvalidValueException.of("PdfAppearance", "page -1 (all), 0 (last) or a page number");
        }
        if (!rectangle.matches("\\d+ \\d+ \\d+ \\d+")) {
            throw InvalidValueException.of("PdfAppearance", "a rectangle of four numbers");
        }
    }

    /** Not seen. */
    public static PdfAppearance invisible() {
        return new PdfAppearance(
                false, 0, "100 100 200 200", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Seen on this page, in this rectangle {@code llx lly urx ury}. */
    public static PdfAppearance visible(int page, int llx, int lly, int urx, int ury) {
        return new PdfAppearance(
                true,
                page,
                llx + " " + lly + " " + urx + " " + ury,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** In this existing empty field. */
    public PdfAppearance field(String name) {
        return new PdfAppearance(visible, page, rectangle, Optional.of(name), reason, location, image);
    }

    /** With a reason. */
    public PdfAppearance reason(String text) {
        return new PdfAppearance(visible, page, rectangle, field, Optional.of(text), location, image);
    }

    /** With a place. */
    public PdfAppearance location(String text) {
        return new PdfAppearance(visible, page, rectangle, field, reason, Optional.of(text), image);
    }

    /** With a picture. */
    public PdfAppearance image(DocumentContent picture) {
        return new PdfAppearance(visible, page, rectangle, field, reason, location, Optional.of(picture));
    }
}
