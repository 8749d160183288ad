package cat.eset.signature.dss.internal;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.IOException;
import java.util.Locale;

/** Says in our words what DSS or the disk complained about. */
final class DssErrors {

    private DssErrors() {}

    static SigningException translate(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SigningException ours) {
                return ours;
            }
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof WorkFiles.DiskException || isFull(t)) {
                return error(
                        Problem.DISK_UNUSABLE,
                        Fault.CONFIGURATION,
                        "A temporary file cannot be written: " + cause(t),
                        "Make room on that disk, or name another with DssSettings.temporaryDirectory(...); then sign again.",
                        e);
            }
            if (t instanceof InvalidPasswordException) {
                return SigningPermissions.encrypted();
            }
            if (t instanceof ProtectedDocumentException) {
                return error(
                        Problem.CHANGES_FORBIDDEN,
                        Fault.CALLER,
                        "The PDF is certified or locked and allows no further signature",
                        "Sign the version before it was certified, or sign a copy beside it (CAdES).",
                        e);
            }
            if (t instanceof AlertException alert) {
                return alert(alert, e);
            }
            if (t instanceof StackOverflowError) {
                return error(
                        Problem.MALFORMED_DOCUMENT,
                        Fault.CALLER,
                        "The document is nested too deep",
                        "No program writes documents like that: ask where it comes from. Print it to a new PDF.",
                        e);
            }
        }
        if (e instanceof IllegalInputException || (e.getCause() instanceof IOException io && !isDisk(io))) {
            return error(
                    Problem.MALFORMED_DOCUMENT,
                    Fault.CALLER,
                    "The document is not what the format needs, or is damaged",
                    "Open it with a viewer; export it again.",
                    e);
        }
        if (e instanceof IllegalArgumentException
                && String.valueOf(e.getMessage()).contains("field")) {
            return error(
                    Problem.FIELD_UNAVAILABLE,
                    Fault.CALLER,
                    "The signature field or its place on the page is not available",
                    "Name an empty signature field, or a rectangle inside the page that no other field covers.",
                    e);
        }
        if (e instanceof DSSExternalResourceException) {
            return error(
                    Problem.NO_REVOCATION_DATA,
                    Fault.NETWORK,
                    "A certificate, revocation list or status could not be had",
                    "Augment again later.",
                    e);
        }
        if (e instanceof EsetException eset) {
            return SigningException.of(Problem.OTHER, same(eset.failure()).cause(e));
        }
        return error(
                Problem.OTHER,
                Fault.CONFIGURATION,
                "The signature could not be made: " + e.getClass().getSimpleName(),
                "See the cause.",
                e);
    }

    /** A key that did not sign, whatever it is made of: what it says of itself, and when to try again, is kept. */
    static SigningException ofKey(RuntimeException e) {
        if (e instanceof EsetException eset) {
            return SigningException.of(
                    Problem.KEY_UNUSABLE, same(eset.failure()).cause(e));
        }
        return error(
                Problem.KEY_UNUSABLE,
                Fault.CONFIGURATION,
                "The private key could not sign: " + e.getClass().getSimpleName(),
                "Check that the token is present and unlocked; see the cause.",
                e);
    }

    private static Failure.Builder same(Failure failure) {
        Failure.Builder out = Failure.of(failure.fault(), failure.what())
                .retry(failure.retry())
                .effect(failure.effect())
                .remote(failure.remoteCode().orElse(null), failure.remoteText().orElse(null))
                .remedy(failure.remedy().orElse("See the cause."));
        failure.retryAfter().ifPresent(out::retryAfter);
        failure.service().ifPresent(out::service);
        failure.operation().ifPresent(out::operation);
        return out;
    }

    private static SigningException alert(AlertException alert, Throwable cause) {
        String text = String.valueOf(alert.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("revoked")) {
            return error(
                    Problem.CERTIFICATE_REVOKED,
                    Fault.CONFIGURATION,
                    "The signer's certificate is revoked",
                    "Have a new certificate issued; sign the document again with it.",
                    cause);
        }
        if (text.contains("expired") || text.contains("not yet valid")) {
            return error(
                    Problem.CERTIFICATE_EXPIRED,
                    Fault.CONFIGURATION,
                    "The signer's certificate is outside its validity",
                    "Renew it, or correct this machine's clock.",
                    cause);
        }
        if (text.contains("revocation")) {
            return error(
                    Problem.NO_REVOCATION_DATA,
                    Fault.CONFIGURATION,
                    "Revocation data is missing or older than the signature",
                    "Give a newer revocation list, or augment again after its next issue.",
                    cause);
        }
        return error(
                Problem.OTHER,
                Fault.CALLER,
                "The existing signature does not allow the operation",
                "Validate the document and see its findings.",
                cause);
    }

    /** PDFBox writes temporary files of its own, and says no more than the system does. */
    private static boolean isFull(Throwable e) {
        return e instanceof IOException && String.valueOf(e.getMessage()).contains("No space left on device");
    }

    /** Without the path, which is nobody's business. */
    private static String cause(Throwable disk) {
        Throwable system = disk.getCause() == null ? disk : disk.getCause();
        return system instanceof java.nio.file.FileSystemException
                ? system.getClass().getSimpleName()
                : String.valueOf(system.getMessage());
    }

    /** Errors of the file system have their own classes; PDFBox and parsers throw plain {@link IOException}. */
    private static boolean isDisk(Throwable e) {
        return e instanceof java.nio.file.FileSystemException || e instanceof java.io.FileNotFoundException;
    }

    private static SigningException error(Problem problem, Fault fault, String what, String remedy, Throwable cause) {
        return SigningException.of(
                problem, Failure.of(fault, what).remedy(remedy).cause(cause));
    }
}
