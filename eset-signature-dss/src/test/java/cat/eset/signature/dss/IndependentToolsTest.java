package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cat.eset.core.DocumentContent;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed here verifies with tools that share no code with us. Each is skipped where its tool is missing. */
class IndependentToolsTest {

    @TempDir
    Path directory;

    @Test
    void pdfsigAcceptsThePdf() throws Exception {
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(), Pades.level(SignatureLevel.T))) {
            Path pdf = write(signed.content(), "decree.pdf");

            String output = run("pdfsig", pdf.toString());

            assertThat(output).contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
        }
    }

    @Test
    void pdfsigTrustsTheSignerOfAnAuthorityThatItsStoreTrustsForMail() throws Exception {
        String store = "sql:" + Files.createDirectory(directory.resolve("nss"));
        run("certutil", "-N", "-d", store, "--empty-password");
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(), Pades.level(SignatureLevel.B))) {
            String pdf = write(signed.content(), "trusted.pdf").toString();
            run("certutil", "-A", "-d", store, "-n", "root", "-t", "C,,", "-i", root().toString());
            assertThat(run("pdfsig", "-nssdir", store, pdf)).contains("Signature is Valid", "issuer isn't Trusted");
            run("certutil", "-M", "-d", store, "-n", "root", "-t", "C,C,");
            assertThat(run("pdfsig", "-nssdir", store, pdf)).contains("Signature is Valid", "Certificate is Trusted");
        }
    }

    @Test
    void xmlsecAcceptsAnElementSignedByIdOnceItIsPlacedElsewhere() throws Exception {
        String document =
                "<exp xmlns=\"urn:exp\" xmlns:i=\"urn:index\"><i:index Id=\"IDX\"><i:doc n=\"1\"/></i:index>%s</exp>";
        DocumentContent unsigned = Fixture.xml(String.format(document, "<place/>"));
        try (SignedDocument signature =
                Fixture.mayor().build().sign(unsigned, Xades.internallyDetached(SignatureLevel.T, "IDX"))) {
            String element = new String(signature.content().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(element).startsWith("<ds:Signature");
            DocumentContent signed = Fixture.xml(String.format(document, "<place>" + element + "</place>"));

            String output = run(
                    "xmlsec1",
                    "--verify",
                    "--enabled-key-data",
                    "x509",
                    "--trusted-pem",
                    root().toString(),
                    "--id-attr:Id",
                    "urn:index:index",
                    "--id-attr:Id",
                    "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                    write(signed, "expedient.xml").toString());

            assertThat(output).containsAnyOf("OK", "Verification status: OK");
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signed)))
                    .as("covers one element by its Id, not the whole document")
                    .isEqualTo("undetermined");
            assertThat(Fixture.validator().validate(signed).signatures().get(0).judgement())
                    .isInstanceOf(cat.eset.signature.validation.Judgement.Valid.class);
        }
    }

    @Test
    void xmlsecAcceptsAnEnvelopedSignature() throws Exception {
        try (SignedDocument signed =
                Fixture.mayor().build().sign(Fixture.xml("<a><b/></a>"), Xades.enveloped(SignatureLevel.B))) {
            String output = run(
                    "xmlsec1",
                    "--verify",
                    "--enabled-key-data",
                    "x509",
                    "--trusted-pem",
                    root().toString(),
                    "--id-attr:Id",
                    "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                    write(signed.content(), "signed.xml").toString());
            assertThat(output).contains("OK");
        }
    }

    @Test
    void opensslAcceptsTheDetachedCms() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        try (SignedDocument signed = Fixture.mayor().build().sign(pdf, Cades.level(SignatureLevel.B))) {
            String output = run(
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-purpose",
                    "any",
                    "-CAfile",
                    root().toString(),
                    "-in",
                    write(signed.content(), "signature.p7s").toString(),
                    "-content",
                    write(pdf, "content.pdf").toString(),
                    "-out",
                    directory.resolve("out").toString());
            assertThat(output).containsIgnoringCase("verification successful");
        }
    }

    @Test
    void opensslAcceptsTheTimeStamp() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        byte[] token = Fixture.TSA.stamp(pdf.sha256()).token();
        Path file = directory.resolve("stamp.tst");
        Files.write(file, token);
        String output = run(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                file.toString(),
                "-data",
                write(pdf, "stamped.pdf").toString(),
                "-CAfile",
                root().toString());
        assertThat(output).contains("Verification: OK");
    }

    @Test
    void opensslAcceptsTheTimeStampInsideACadesSignature() throws Exception {
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(), Cades.level(SignatureLevel.T))) {
            org.bouncycastle.cms.SignerInformation signer = new org.bouncycastle.cms.CMSSignedData(
                            signed.content().readAllBytes())
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            Path token = directory.resolve("inside.tst");
            Files.write(
                    token,
                    signer.getUnsignedAttributes()
                            .get(org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                            .getAttrValues()
                            .getObjectAt(0)
                            .toASN1Primitive()
                            .getEncoded());
            Path value = directory.resolve("value.bin");
            Files.write(value, signer.getSignature());
            String output = run(
                    "openssl",
                    "ts",
                    "-verify",
                    "-token_in",
                    "-in",
                    token.toString(),
                    "-data",
                    value.toString(),
                    "-CAfile",
                    root().toString());
            assertThat(output).contains("Verification: OK");
        }
    }

    private Path root() throws IOException {
        Path file = directory.resolve("root.pem");
        String base64 = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private static byte[] encoded() {
        try {
            return Fixture.PKI.root().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(DocumentContent content, String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = content.open()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static String run(String... command) throws Exception {
        assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static boolean isInstalled(String tool) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }
}
