package cat.eset.examples.torture;

import cat.eset.core.DocumentContent;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.core.work.WorkStore;
import cat.eset.examples.day.TownHallDatabase;
import cat.eset.signature.signador.CertificateFilter;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A program that starts a signing job, says its token, and is gone before anybody has signed. */
final class SigningProcess {

    static final String DOMAIN = "https://ajuntament.example";
    static final Secret KEY = Secret.of("legalizeit");

    private SigningProcess() {}

    /** Arguments: address of the Signador, certificate to trust, folder of the database, file to sign. */
    public static void main(String[] args) throws Exception {
        X509Certificate anchor;
        try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
            anchor = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        TownHallDatabase database = TownHallDatabase.of("h2");
        WorkStore store = database.open(Path.of(args[2]), TestPki.VILAPROVA, Clock.systemUTC());
        HttpExchangeClient http =
                HttpExchangeClient.builder(ServerTrust.anchors(List.of(anchor))).build();
        DocumentContent document =
                DocumentContent.of(Files.readAllBytes(Path.of(args[3])), cat.eset.core.MediaType.XML);
        JobToken token = Signador.builder(URI.create(args[0]), DOMAIN, KEY, http, new NoValidator())
                .jobs(PendingJobs.in(store.trackingState()))
                .build()
                .start(SignadorJob.builder(SignadorMode.CADES_BES_HASH, Delivery.redirect("/firma"), "decret", document)
                        .certificates(CertificateFilter.any().nif(Nif.of("00000001R")))
                        .build());
        System.out.println(token.value());
        System.out.flush();
        Runtime.getRuntime().halt(137); // as if it had been killed
    }

    /** This process does not live to see a result. */
    private static final class NoValidator implements SignatureValidator {
        @Override
        public SignatureValidation validate(DocumentContent signed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignatureValidation validate(DocumentContent signature, DocumentContent content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignatureValidation validate(DocumentContent signature, Map<String, DocumentContent> contents) {
            throw new UnsupportedOperationException();
        }
    }
}
