package cat.eset.signature;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a PDF signature looks on paper. It proves nothing; the signature does.
 *
 * @param page page number from 1; 0 is the last page
 * @param left distance from the left edge, in points (1/72 inch)
 * @param top distance from the top edge, in points
 * @param width in points
 * @param height in points
 * @param lines text, one line each
 * @param image PNG or JPEG beside the text
 */
public record VisibleMark(
        int page,
        float left,
        float top,
        float width,
        float height,
        List<String> lines,
        Optional<DocumentContent> image) {

    /** Checks the values. */
    public VisibleMark {
        if (page < 0) {
            throw InvalidValueException.of("VisibleMark", "page 0 (the last) or a page number from 1");
        }
        if (left < 0 || top < 0 || width <= 0 || height <= 0) {
            throw InvalidValueException.of("VisibleMark", "a rectangle with a size, inside the page");
        }
        lines = List.copyOf(lines);
        Objects.requireNonNull(image, "image");
        if (lines.isEmpty() && image.isEmpty()) {
            throw InvalidValueException.of("VisibleMark", "some text or an image");
        }
    }

    /** Text in a rectangle. */
    public static VisibleMark text(int page, float left, float top, float width, float height, List<String> lines) {
        return new VisibleMark(page, left, top, width, height, lines, Optional.empty());
    }

    /** With an image (PNG or JPEG) to the left of the text. */
    public VisibleMark image(DocumentContent value) {
        return new VisibleMark(page, left, top, width, height, lines, Optional.of(value));
    }
}
