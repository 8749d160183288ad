package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;

/**
 * What is on the disk of the person and of nobody else ({@code doc_type} 1 and 2, signador 4.2). The note does not say how
 * the service wants it written, so both texts are passed on as given: try it in PRE first.
 *
 * @param name shown to the person ({@code doc_name})
 * @param path where it is on that machine ({@code document_to_sign})
 * @param folder whether it is a folder, of which every file is signed
 */
public record DiskSource(String name, String path, boolean folder) {

    /** Checks the values. */
    public DiskSource {
        if (name.isBlank() || path.isBlank() || (name + path).contains(";")) {
            throw InvalidValueException.of("DiskSource", "a name and a path, without ;");
        }
    }

    /** One file. */
    public static DiskSource file(String name, String path) {
        return new DiskSource(name, path, false);
    }

    /** Every file of a folder. */
    public static DiskSource folder(String name, String path) {
        return new DiskSource(name, path, true);
    }

    /** Says nothing of the person's machine. */
    @Override
    public String toString() {
        return "DiskSource[" + (folder ? "folder" : "file") + "]";
    }
}
