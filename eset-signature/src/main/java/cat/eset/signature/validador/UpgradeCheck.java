package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.signature.internal.der.DerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Compares what came back from an upgrade with what was sent. */
enum UpgradeCheck {
    /** CMS and CAdES. */
    CMS {
        @Override
        int added(DocumentContent before, DocumentContent after) throws IOException, DerException {
            CmsParts old = CmsParts.read(before.readAllBytes());
            CmsParts now = CmsParts.read(after.readAllBytes());
            return now.isSameAs(old) ? now.timeStamps() - old.timeStamps() : OTHER;
        }
    },
    /** XML. */
    XML {
        @Override
        int added(DocumentContent before, DocumentContent after) throws IOException {
            Optional<XmlParts> old = XmlParts.read(before);
            Optional<XmlParts> now = XmlParts.read(after);
            return old.isPresent() && now.isPresent() && now.get().isSameAs(old.get())
                    ? now.get().timeStamps() - old.get().timeStamps()
                    : OTHER;
        }
    },
    /** PDF. */
    PDF {
        @Override
        int added(DocumentContent before, DocumentContent after) throws IOException, DerException {
            PdfParts old = PdfParts.read(before.readAllBytes());
            PdfParts now = PdfParts.read(after.readAllBytes());
            return now.isMoreOf(old) ? now.timeStamps() - old.timeStamps() : OTHER;
        }
    };

    private static final int OTHER = -1;

    /** How many time stamps were added to it; negative if it is another signature. */
    abstract int added(DocumentContent before, DocumentContent after) throws IOException, DerException;

    Upgrade judge(DocumentContent sent, ValidadorAnswer answer) {
        if (!answer.fold(valid -> true, invalid -> false, undetermined -> false)) {
            return new Upgrade.NotValid(answer.withoutDocument());
        }
        if (answer.document().isEmpty()) {
            return new Upgrade.Unchanged(answer);
        }
        DocumentContent returned = answer.document().get();
        try {
            int added = added(sent, returned);
            if (added < 0) {
                return distrusted("what came back is not the signature that was sent", answer);
            }
            return added == 0 ? new Upgrade.Unchanged(answer) : new Upgrade.Stamped(returned, added, answer);
        } catch (DerException e) {
            return distrusted("what came back cannot be read: " + e.getMessage(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException("a signature to be completed cannot be read", e);
        }
    }

    private static Upgrade distrusted(String reason, ValidadorAnswer answer) {
        return new Upgrade.Distrusted(List.of(reason), answer.withoutDocument());
    }
}
