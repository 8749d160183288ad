package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a PDF signature of the Signador looks (signador 4.4). Each method returns a copy with one thing changed. If the PDF has
 * empty signature fields, the service signs those, and whether and where the mark is seen is theirs to say.
 *
 * @param visible whether it is seen
 * @param page page number from 1; 0 is the last one, -1 all
 * @param rectangle {@code llx lly urx ury} in PDF user space
 * @param rotation counter-clockwise: 0, 90, 180 or 270 degrees
 * @param field existing empty field to sign
 * @param reason shown by viewers; also hides that question from the person, for which one blank is enough
 * @param location shown by viewers; also hides that question from the person, for which one blank is enough
 * @param image picture in the mark
 * @param imageOnly whether the picture stands alone, without text
 * @param certification 0 none, 1 no changes afterwards, 2 forms only, 3 forms and notes
 * @param reserved room for the signature in the file, in kilobytes; the service takes 26 for CMS and 50 for CAdES
 * @param viewerMarks whether the viewer draws its own mark of the state of the signature
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
        int certification,
        OptionalInt reserved,
        boolean viewerMarks) {

    private static final int MOST_RESERVED = 1024;
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
            0,
            OptionalInt.empty(),
            false);

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
        if (reserved.isPresent() && (reserved.getAsInt() < 1 || reserved.getAsInt() > MOST_RESERVED)) {
            throw InvalidValueException.of("PdfAppearance", "room of 1 to " + MOST_RESERVED + " kilobytes");
        }
        if (field.isPresent() && field.get().isBlank()) {
            throw InvalidValueException.of("PdfAppearance", "the name of a field");
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
        if (urx <= llx || ury <= lly) {
            throw InvalidValueException.of("PdfAppearance", "a rectangle from lower left to upper right");
        }
        return NONE.with(draft -> {
            draft.visible = true;
            draft.page = page;
            draft.rectangle = llx + " " + lly + " " + urx + " " + ury;
        });
    }

    /** In this existing empty field. */
    public PdfAppearance field(String name) {
        return with(draft -> draft.field = Optional.of(name));
    }

    /** Turned counter-clockwise by 90, 180 or 270 degrees. */
    public PdfAppearance rotation(int degrees) {
        return with(draft -> draft.rotation = degrees);
    }

    /** With a reason. */
    public PdfAppearance reason(String text) {
        return with(draft -> draft.reason = Optional.of(text));
    }

    /** With a place. */
    public PdfAppearance location(String text) {
        return with(draft -> draft.location = Optional.of(text));
    }

    /** With a picture. */
    public PdfAppearance image(DocumentContent picture) {
        return with(draft -> draft.image = Optional.of(picture));
    }

    /** With this picture and no text. */
    public PdfAppearance imageAlone(DocumentContent picture) {
        return with(draft -> {
            draft.image = Optional.of(picture);
            draft.imageOnly = true;
        });
    }

    /** Certifies the document: 1 no changes afterwards, 2 forms only, 3 forms and notes. */
    public PdfAppearance certify(int level) {
        return with(draft -> draft.certification = level);
    }

    /** With this room for the signature, in kilobytes: more than usual for long chains and time stamps. */
    public PdfAppearance reserve(int kilobytes) {
        return with(draft -> draft.reserved = OptionalInt.of(kilobytes));
    }

    /** The viewer draws its own mark of the state of the signature over it. */
    public PdfAppearance letViewerMark() {
        return with(draft -> draft.viewerMarks = true);
    }

    private PdfAppearance with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.appearance();
    }

    /** The same values while one of them is changed. */
    private static final class Draft {
        private boolean visible;
        private int page;
        private String rectangle;
        private int rotation;
        private Optional<String> field;
        private Optional<String> reason;
        private Optional<String> location;
        private Optional<DocumentContent> image;
        private boolean imageOnly;
        private int certification;
        private OptionalInt reserved;
        private boolean viewerMarks;

        private Draft(PdfAppearance from) {
            visible = from.visible;
            page = from.page;
            rectangle = from.rectangle;
            rotation = from.rotation;
            field = from.field;
            reason = from.reason;
            location = from.location;
            image = from.image;
            imageOnly = from.imageOnly;
            certification = from.certification;
            reserved = from.reserved;
            viewerMarks = from.viewerMarks;
        }

        private PdfAppearance appearance() {
            return new PdfAppearance(
                    visible,
                    page,
                    rectangle,
                    rotation,
                    field,
                    reason,
                    location,
                    image,
                    imageOnly,
                    certification,
                    reserved,
                    viewerMarks);
        }
    }
}
