package cat.eset.transport.pci;

import java.util.ArrayList;
import java.util.List;

/** The files of a request that travel as MIME parts, in the order in which the message points at them. */
final class MtomParts {

    /**
     * A part.
     *
     * @param contentId without angle brackets
     * @param attachment its file
     */
    record Part(String contentId, Attachment attachment) {}

    private final List<Part> parts = new ArrayList<>();

    /** Takes a file and gives the content id under which it travels. */
    String add(Attachment attachment) {
        String contentId = "part" + (parts.size() + 1) + "@eset";
        parts.add(new Part(contentId, attachment));
        return contentId;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }
}
