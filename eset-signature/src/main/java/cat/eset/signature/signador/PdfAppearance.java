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
 * @param rotation counter-clockwise: 0, 90, 180 or 270 degrees
 * @param field existing empty field to sign
 * @param reason shown by viewers; also hides that question from the person
 * @param location shown by viewers; also hides that question from the person
 * @param image picture in the mark
 * @param imageOnly whether the picture stands alone, without text
 * @param certification 0 none, 1 no changes afterwards, 2 forms only, 3 forms and notes
 */
public record PdfAppearance(
        boolean visible,
        int page,
        String rectangle,
        int rotation,
        Optional<String> field,
        Optional<String> reason,
        Optional<String> location,
        Optional<DocumentContent> image,
        boolean imageOnly,
        int certification) {

    private static final PdfAppearance NONE = new PdfAppearance(
            false,
            0,
            "100 100 200 200",
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            0);

    /** Checks the values. */
    public PdfAppearance {
        if (page < -1) {
            throw InvalidValueException.of("PdfAppearance", "page -1 (all), 0 (last) or a page number");
        }
        if (!rectangle.matches("\\d+ \\d+ \\d+ \\d+")) {
            throw InvalidValueException.of("PdfAppearance", "a rectangle of four numbers");
        }
        if (rotation % 90 != 0 || rotation < 0 || rotation > 270) {
            throw InvalidValueException.of("PdfAppearance", "a rotation of 0, 90, 180 or 270");
        }
        if (certification < 0 || certification > 3) {
            throw InvalidValueException.of("PdfAppearance", "a certification of 0 to 3");
        }
        if (imageOnly && image.isEmpty()) {
            throw InvalidValueException.of("PdfAppearance", "a picture, if it is to stand alone");
        }
    }

    /** Not seen. */
    public static PdfAppearance invisible() {
        return NONE;
    }

    /** Seen on this page, in this rectangle {@code llx lly urx ury}. */
    public static PdfAppearance visible(int page, int llx, int lly, int urx, int ury) {
        String place = llx + " " + lly + " " + urx + " " + ury;
        return new PdfAppearance(true, page, place, 0, NONE.field, NONE.reason, NONE.location, NONE.image, false, 0);
    }

    /** In this existing empty field. */
    public PdfAppearance field(String name) {
        return new PdfAppearance(
                visible,
                page,
                rectangle,
                rotation,
                Optional.of(name),
                reason,
                location,
                image,
                imageOnly,
                certification);
    }

    /** Turned counter-clockwise by 90, 180 or 270 degrees. */
    public PdfAppearance rotation(int degrees) {
        return new PdfAppearance(
                visible, page, rectangle, degrees, field, reason, location, image, imageOnly, certification);
    }

    /** With a reason. */
    public PdfAppearance reason(String text) {
        return new PdfAppearance(
                visible,
                page,
                rectangle,
                rotation,
                field,
                Optional.of(text),
                location,
                image,
                imageOnly,
                certification);
    }

    /** With a place. */
    public PdfAppearance location(String text) {
        return new PdfAppearance(
                visible, page, rectangle, rotation, field, reason, Optional.of(text), image, imageOnly, certification);
    }

    /** With a picture. */
    public PdfAppearance image(DocumentContent picture) {
        return new PdfAppearance(
                visible,
                page,
                rectangle,
                rotation,
                field,
                reason,
                location,
                Optional.of(picture),
                imageOnly,
                certification);
    }

    /** With this picture and no text. */
    public PdfAppearance imageAlone(DocumentContent picture) {
        return new PdfAppearance(
                visible, page, rectangle, rotation, field, reason, location, Optional.of(picture), true, certification);
    }

    /** Certifies the document: 1 no changes afterwards, 2 forms only, 3 forms and notes. */
    public PdfAppearance certify(int level) {
        return new PdfAppearance(visible, page, rectangle, rotation, field, reason, location, image, imageOnly, level);
    }
}
