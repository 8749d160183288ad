package cat.eset.testkit;

import cat.eset.core.TownHall;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.internal.desal.DesalEngine;
import cat.eset.testkit.internal.eacat.EacatEngine;
import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.enotum.Downloads;
import cat.eset.testkit.internal.enotum.ENotumEngine;
import cat.eset.testkit.internal.enotum.ENotumSettings;
import cat.eset.testkit.internal.http.BadLine;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.http.Site;
import cat.eset.testkit.internal.mux.MuxEngine;
import cat.eset.testkit.internal.net.Lines;
import cat.eset.testkit.internal.net.Unreliability;
import cat.eset.testkit.internal.pci.PciFront;
import cat.eset.testkit.internal.pci.PciSettings;
import cat.eset.testkit.internal.signador.SignadorEngine;
import cat.eset.testkit.internal.signador.SignadorRest;
import cat.eset.testkit.internal.sir.SirEngine;
import cat.eset.testkit.internal.tsa.TimeStampAuthority;
import cat.eset.testkit.internal.validador.ValidadorEngine;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.network.NetworkDesk;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.validador.ValidadorDesk;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The simulated consortium inside this JVM, on loopback ports chosen by the system.
 *
 * <pre>{@code
 * try (Consortium consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
 *     URI pci = consortium.endpoints().pciNt();
 *     ...
 *     consortium.clock().advanceBy(Duration.ofMinutes(5));
 *     consortium.enotum().accept(id);
 * }
 * }</pre>
 */
public final class Consortium implements SimulatedConsortium {

    private static final int MOST_OCSP = 64 * 1024;
    private static final String SERVICES = "/siri-proxy/services/";

    private final List<Site> sites = new ArrayList<>();
    private final ConsortiumOptions options;
    private final VirtualClock clock;
    private final TestPki pki;
    private final Endpoints endpoints;
    private final PciFront pci;
    private final ENotumEngine enotum;
    private final MuxEngine mux;
    private final SirEngine sir;
    private final EacatEngine eacat;
    private final DesalEngine desal;
    private final TimeStampAuthority timeStamps;
    private final SignadorEngine signador;
    private final ValidadorEngine validador;
    private final Lines lines;

    private Consortium(ConsortiumOptions options) {
        this.options = options;
        this.clock = VirtualClock.at(options.start());
        Site plain = keep(Site.http());
        this.pki = TestPki.create(options.townHalls(), Optional.of(plain.address("/pki/")));
        SSLContext tls = Site.serverTls(pki);
        Unreliability unreliability = new Unreliability();
        this.lines = new Lines(unreliability);
        this.pci = new PciFront(
                new PciSettings(
                        pki,
                        clock,
                        options.townHalls(),
                        options.sha256Allowed(),
                        options.signedMtomAllowed(),
                        options.asynchronousWork()),
                unreliability);
        List<Site> fronts = fronts(tls);
        Site rest = line(Site.https(tls));
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(Site.clientTls(pki))
                .build();
        Agenda agenda = new Agenda(clock);
        this.mux = new MuxEngine(clock, options.townHalls(), http);
        ENotumSettings settings = ENotumSettings.defaults().withRegisterInCall(options.exitRegisteredInCall());
        Downloads downloads = new Downloads(agenda, settings.downloadLife(), rest.address("/enotum/evidencies/"));
        this.desal = new DesalEngine(agenda, rest.address("/s3/"));
        this.enotum = new ENotumEngine(
                settings, agenda, options.townHalls(), pki::enotumSeal, http, mux, downloads, desal.archive());
        pci.product("NT", "ENOTUM", enotum.product());
        pci.product("IOP", "MUX", mux.product());
        rest.serve(
                "/enotum/evidencies/",
                new BadLine(downloads::handle, rest.line().orElseThrow(), unreliability));
        rest.serve("/transaccio/", mux::handle);
        rest.serve("/bustia/", mux::handle);
        this.sir = new SirEngine(agenda, options.townHalls(), subject -> mux.registerEntry(subject, "SIR"));
        pci.product("APP", "SIR", sir.product());
        this.eacat = new EacatEngine(options.townHalls());
        pci.product("APP", "EACAT", eacat.product());
        fronts.get(1).serve("/CAOC-PCI30-MC-SIR/descarrega", sir::download);
        rest.serve("/fitxer", desal::handle);
        rest.serve("/document", desal::handle);
        rest.serve("/expedient", desal::handle);
        rest.serve("/s3/", desal::handleBytes);
        servePki(plain);
        Clock stamps = options.virtualTimeStamps() ? clock : Clock.systemUTC();
        this.timeStamps = new TimeStampAuthority(pki, stamps);
        plain.serve("/tsa", timeStamps::handle);
        this.signador = new SignadorEngine(clock, http, timeStamps::token, pki::isRevoked);
        this.validador = new ValidadorEngine(pki, timeStamps::token);
        URI signadorBase = rest.address("/signador");
        rest.serve("/signador", new SignadorRest(signador, signadorBase)::handle);
        rest.serve("/psis/", validador::handle);
        this.endpoints = new Endpoints(
                fronts.get(0).address(SERVICES),
                fronts.get(1).address(SERVICES),
                fronts.get(2).address(SERVICES),
                rest.address("/"),
                plain.address("/tsa"),
                plain.address("/pki/"),
                rest.address("/enotum/evidencies/"),
                rest.address(""),
                signadorBase,
                rest.address("/psis/"));
    }

    /** Starts it; everything listens when this returns. */
    public static Consortium start(ConsortiumOptions options) {
        return new Consortium(options);
    }

    /** Sites of the clusters IOP, APP and NT. */
    private List<Site> fronts(SSLContext tls) {
        List<Site> fronts = new ArrayList<>();
        if (options.portPerCluster()) {
            for (String cluster : List.of("IOP", "APP", "NT")) {
                Site site = line(Site.https(tls));
                pci.listen(site, cluster);
                fronts.add(site);
            }
        } else {
            Site site = line(Site.https(tls));
            pci.listen(site, "");
            fronts.addAll(List.of(site, site, site));
        }
        return fronts;
    }

    private void servePki(Site plain) {
        plain.serve("/pki/ca.crl", e -> Exchanges.answer(e, 200, "application/pkix-crl", pki.crl()));
        plain.serve(
                "/pki/ocsp",
                e -> Exchanges.answer(
                        e, 200, "application/ocsp-response", pki.ocsp(Exchanges.read(e.getRequestBody(), MOST_OCSP))));
        plain.serve("/pki/ca.cer", e -> {
            try {
                Exchanges.answer(e, 200, "application/pkix-cert", pki.root().getEncoded());
            } catch (CertificateEncodingException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    private Site keep(Site site) {
        sites.add(site);
        return site;
    }

    private Site line(Site site) {
        site.line().ifPresent(lines::add);
        return keep(site);
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public TestPki pki() {
        return pki;
    }

    @Override
    public VirtualClock clock() {
        return clock;
    }

    @Override
    public List<TownHall> townHalls() {
        return options.townHalls();
    }

    @Override
    public PciDesk pci() {
        return pci;
    }

    @Override
    public ENotumDesk enotum() {
        return enotum;
    }

    @Override
    public MuxDesk mux() {
        return mux;
    }

    @Override
    public SirDesk sir() {
        return sir;
    }

    @Override
    public EacatDesk eacat() {
        return eacat;
    }

    @Override
    public DesalDesk desal() {
        return desal;
    }

    @Override
    public SignadorDesk signador() {
        return signador;
    }

    @Override
    public ValidadorDesk validador() {
        return validador;
    }

    @Override
    public TimeStampDesk timeStamps() {
        return timeStamps;
    }

    @Override
    public NetworkDesk network() {
        return lines;
    }

    @Override
    public void close() {
        sites.forEach(Site::close);
    }
}
