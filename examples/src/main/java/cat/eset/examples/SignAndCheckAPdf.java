package cat.eset.examples;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.signature.LocalSigner;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.dss.DssSigner;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.validation.SignatureValidator;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Signs a PDF on this machine (PAdES) and says what a reader would have to know about the signature. */
public final class SignAndCheckAPdf {

    private SignAndCheckAPdf() {}

    /** Arguments: a certificate with its key (PKCS#12) and a PDF. Signs at level B, which needs no network. */
    public static void main(String[] args) throws IOException {
        Console console = Objects.requireNonNull(System.console(), "run it in a terminal: it asks for a password");
        Credentials mayor =
                Credentials.pkcs12(Path.of(args[0]), Secret.of(console.readPassword("Password of %s: ", args[0])));
        DssSigner signer = DssSigner.builder(mayor).build();
        DssValidator validator =
                DssValidator.builder(Trust.anchors(mayor.chain())).build();
        DocumentContent pdf = DocumentContent.of(Path.of(args[1]), MediaType.PDF);

        System.out.println(signAndCheck(signer, SignatureLevel.B, validator, pdf));
    }

    static String signAndCheck(
            LocalSigner signer, SignatureLevel level, SignatureValidator validator, DocumentContent pdf) {
        // tag::sign[]
        try (SignedDocument signed = signer.sign(pdf, Pades.level(level).reason("Decret d'alcaldia"))) {

            return validator
                    .validate(signed.content())
                    .fold( // never a bare boolean
                            valid -> "valid, the whole document, stamped: " + signed.stampedAt(),
                            invalid -> "invalid: " + invalid.reasons(),
                            undetermined -> "cannot be decided here and now: " + undetermined.reasons(),
                            unsigned -> "nobody signed it");
        }
        // end::sign[]
    }
}
