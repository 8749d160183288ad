package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.pci.Part;
import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads {@code Documents} and finds what the service refuses in it (contract enotum 5.5, 9). */
final class DocumentRules {

    private static final Shape DOCUMENT =
            Shape.of("Nom Hash? Mida? UUID?" + " (Dades|URLDescarrega|Ruta|UUIDFitxer|UUIDDocument|IdFicheroPCI)");
    private static final int MAX_ANNEXES = 4;
    private static final long MAX_BYTES = 6L * 1024 * 1024;
    private static final long MAX_INLINE = 2L * 1024 * 1024;
    private static final Set<String> TYPES = Set.of(
            "pdf", "xml", "txt", "csv", "rtf", "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg",
            "jpeg", "png", "tif", "tiff", "zip", "p7m", "p7s", "xsig", "asice");

    private final NtErrors errors;
    private final Map<String, PciItem.File> files;
    private final Arrangements arrangements;

    DocumentRules(NtErrors errors, Map<String, PciItem.File> files, Arrangements arrangements) {
        this.errors = errors;
        this.files = files;
        this.arrangements = arrangements;
    }

    List<NoticeDocument> read(Element documents) {
        List<Element> resolutions = Dom.children(documents, "Resolucio");
        List<Element> annexes = Dom.children(documents, "Annex");
        errors.addUnless(resolutions.size() == 1 && annexes.size() <= MAX_ANNEXES, 922);
        if (resolutions.size() + annexes.size() != Dom.children(documents).size()) {
            errors.add(101, "Documents");
        }
        List<NoticeDocument> read = new ArrayList<>();
        for (Element document : Dom.children(documents)) {
            Optional<String> fault = DOCUMENT.fault(document);
            if (fault.isPresent()) {
                errors.add(101, fault.get());
            } else {
                read.add(document(document));
            }
        }
        return read;
    }

    private NoticeDocument document(Element document) {
        String name = Dom.text(document, "Nom");
        errors.addUnless(name.length() <= 100, 925);
        errors.addUnless(name.chars().allMatch(c -> c >= ' ' && c < 127), 1039);
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        errors.addUnless(TYPES.contains(extension.toLowerCase(Locale.ROOT)), 911);
        List<Element> children = Dom.children(document);
        Element source = children.get(children.size() - 1);
        String value = source.getTextContent().strip();
        Optional<Part> content = Optional.empty();
        String reference = "";
        switch (String.valueOf(source.getLocalName())) {
            case "Dades" -> content = inline(value);
            case "IdFicheroPCI" -> content = attached(value);
            case "UUIDFitxer", "UUIDDocument" -> {
                content = arrangements.stored(String.valueOf(source.getLocalName()), value);
                errors.addUnless(content.isPresent(), 912);
                reference = value;
            }
            case "URLDescarrega" -> errors.add(505);
            default -> errors.add(913, "Ruta");
        }
        content.ifPresent(part -> hash(document, part));
        errors.addUnless(
                !arrangements.enforces(918) || Dom.child(document, "Hash").isPresent(), 918);
        return new NoticeDocument(name, content, reference);
    }

    private Optional<Part> inline(String base64) {
        try {
            Part part = Part.inline(Base64.getMimeDecoder().decode(base64));
            errors.addUnless(part.length() <= MAX_INLINE, 924);
            return Optional.of(part);
        } catch (IllegalArgumentException e) {
            errors.add(101, "Dades");
            return Optional.empty();
        }
    }

    private Optional<Part> attached(String id) {
        PciItem.File file = files.get(id);
        if (file == null) {
            errors.add(912, id);
            return Optional.empty();
        }
        errors.addUnless(file.content().length() <= MAX_BYTES, 914);
        return Optional.of(file.content());
    }

    private void hash(Element document, Part part) {
        Optional<Element> hash = Dom.child(document, "Hash");
        if (hash.isPresent()) {
            String sent = hash.get().getTextContent().replaceAll("\\s", "");
            switch (hash.get().getAttribute("Algoritme")) {
                case "SHA-256" -> errors.addUnless(sent.equals(part.sha256()), 923);
                case "SHA-1" -> errors.addUnless(sent.equals(part.sha1()), 923);
                default -> errors.add(101, "Hash/@Algoritme");
            }
        }
    }
}
