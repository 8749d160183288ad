package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import cat.eset.testkit.network.NetworkDesk;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.signador.SignadorTask;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.sir.SirExchange;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.tsa.TimeStampLie;
import cat.eset.testkit.validador.ValidadorDesk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desks of a simulator in another process. */
public final class RemoteDesks {

    private RemoteDesks() {}

    /** The desk of PCI. */
    public static PciDesk pci(ControlClient control) {
        return new Pci(control);
    }

    /** The desk of e-NOTUM. */
    public static ENotumDesk enotum(ControlClient control) {
        return new ENotum(control);
    }

    /** The desk of MUX. */
    public static MuxDesk mux(ControlClient control) {
        return new Mux(control);
    }

    /** The desk of SIR. */
    public static SirDesk sir(ControlClient control) {
        return new Sir(control);
    }

    /** The desk of EACAT. */
    public static EacatDesk eacat(ControlClient control) {
        return new Eacat(control);
    }

    /** The desk of DESA'L. */
    public static DesalDesk desal(ControlClient control) {
        return new Desal(control);
    }

    /** The desk of the Signador. */
    public static SignadorDesk signador(ControlClient control) {
        return new Signador(control);
    }

    /** The desk of the Validador. */
    public static ValidadorDesk validador(ControlClient control) {
        return new Validador(control);
    }

    /** The desk of the time stamp authority. */
    public static TimeStampDesk timeStamps(ControlClient control) {
        return new TimeStamps(control);
    }

    /** The desk of the network. */
    public static NetworkDesk network(ControlClient control) {
        return new Network(control);
    }

    private record Pci(ControlClient control) implements PciDesk {

        @Override
        public void script(PciFault fault, String operation, int times) {
            Fields arguments = new Fields();
            Forms.fault(arguments, fault);
            control.ask("pci.script", arguments.put(operation).put(times));
        }

        @Override
        public void clearScript() {
            control.ask("pci.clear");
        }

        @Override
        public List<PciExchange> exchanges() {
            return control.ask("pci.exchanges").list(Forms::exchange);
        }

        @Override
        public void recordTo(Path directory) {
            control.ask(
                    "pci.record", new Fields().put(directory.toAbsolutePath().toString()));
        }
    }

    private record ENotum(ControlClient control) implements ENotumDesk {

        @Override
        public List<StoredNotification> notifications() {
            return control.ask("enotum.all").list(Forms::stored);
        }

        @Override
        public Optional<StoredNotification> find(long id) {
            return control.ask("enotum.find", id(id)).list(Forms::stored).stream()
                    .findFirst();
        }

        @Override
        public void accept(long id) {
            control.ask("enotum.accept", id(id));
        }

        @Override
        public void reject(long id) {
            control.ask("enotum.reject", id(id));
        }

        @Override
        public void accept(long id, String nif) {
            control.ask("enotum.acceptAs", id(id).put(nif));
        }

        @Override
        public void cancel(long id, String reason) {
            control.ask("enotum.cancel", id(id).put(reason));
        }

        @Override
        public void breakEngine(long id) {
            control.ask("enotum.break", id(id));
        }

        @Override
        public void stall(long id) {
            control.ask("enotum.stall", id(id));
        }

        @Override
        public void relaunch(long id) {
            control.ask("enotum.relaunch", id(id));
        }

        @Override
        public void declarePublicBody(String nif) {
            control.ask("enotum.publicBody", new Fields().put(nif));
        }

        @Override
        public void createBackOffice(String code) {
            control.ask("enotum.backOffice", new Fields().put(code));
        }

        @Override
        public void agreeOnTag(String tag) {
            control.ask("enotum.tag", new Fields().put(tag));
        }

        @Override
        public void putInDocumentStore(String reference, byte[] content) {
            String base64 = Base64.getEncoder().encodeToString(content);
            control.ask("enotum.store", new Fields().put(reference).put(base64));
        }

        @Override
        public void enforce(int rule) {
            control.ask("enotum.enforce", new Fields().put(rule));
        }

        @Override
        public void refuseNext(String operation, int code) {
            control.ask("enotum.refuseNext", new Fields().put(operation).put(code));
        }

        @Override
        public void failAfterNext(String operation, int code) {
            control.ask("enotum.failAfterNext", new Fields().put(operation).put(code));
        }

        @Override
        public String logIn(String nif, String level) {
            return control.ask("enotum.logIn", new Fields().put(nif).put(level)).text();
        }

        @Override
        public void reportTo(URI vendor) {
            control.ask("enotum.reportTo", new Fields().put(vendor.toString()));
        }

        @Override
        public void stopReports() {
            control.ask("enotum.stopReports");
        }

        @Override
        public void sendDailyReport() {
            control.ask("enotum.daily");
        }

        @Override
        public List<ReportDelivery> reports() {
            return control.ask("enotum.reports").list(Forms::delivery);
        }

        @Override
        public List<CitizenNotice> notices() {
            return control.ask("enotum.notices").list(Forms::notice);
        }

        @Override
        public void searchableAfterSeconds(long seconds) {
            control.ask("enotum.searchable", id(seconds));
        }

        @Override
        public void ignoreOrderOfSearches() {
            control.ask("enotum.anyOrder");
        }

        @Override
        public void offerDownloadsFrom(URI base) {
            control.ask("enotum.downloads", new Fields().put(base.toString()));
        }

        private static Fields id(long id) {
            return new Fields().put(id);
        }
    }

    private record Mux(ControlClient control) implements MuxDesk {

        @Override
        public void register(VendorRegistry registry) {
            Fields arguments = new Fields();
            Forms.registry(arguments, registry);
            control.ask("mux.register", arguments);
        }

        @Override
        public VendorAnswer post(MuxTransaction transaction) {
            return Forms.answer(control.ask("mux.post", form(transaction)));
        }

        @Override
        public MuxExecution executeInTurn(List<MuxTransaction> executions) {
            Fields fields = new Fields();
            fields.putAll(executions, Forms::transaction);
            return Forms.execution(control.ask("mux.execute", fields));
        }

        @Override
        public List<VendorAnswer> posts() {
            return control.ask("mux.posts").list(Forms::answer);
        }

        @Override
        public String mailboxId() {
            return control.ask("mux.mailbox").text();
        }

        @Override
        public List<MuxLeg> legs() {
            return control.ask("mux.legs").list(Forms::leg);
        }

        @Override
        public void allowClient(String issuer, Secret secret) {
            control.ask("mux.allow", new Fields().put(issuer).put(Forms.text(secret)));
        }

        @Override
        public void addReceipt(String transactionId, String leg, String documentUuid) {
            control.ask("mux.receipt", new Fields().put(transactionId).put(leg).put(documentUuid));
        }

        private static Fields form(MuxTransaction transaction) {
            Fields arguments = new Fields();
            Forms.transaction(arguments, transaction);
            return arguments;
        }
    }

    /** Persons cross by the name of their key, which the other process has too. */
    private record Signador(ControlClient control) implements SignadorDesk {

        @Override
        public void register(String domain, Secret key) {
            control.ask("signador.register", new Fields().put(domain).put(Forms.text(key)));
        }

        @Override
        public void sign(String token, TestIdentity person) {
            control.ask("signador.sign", new Fields().put(token).put(person.name()));
        }

        @Override
        public void signSomethingElse(String token, TestIdentity person) {
            control.ask("signador.signOther", new Fields().put(token).put(person.name()));
        }

        @Override
        public void refuse(String token) {
            control.ask("signador.refuse", new Fields().put(token));
        }

        @Override
        public List<SignadorTask> tasks() {
            return control.ask("signador.tasks").list(Forms::task);
        }
    }

    private record Validador(ControlClient control) implements ValidadorDesk {

        @Override
        public void answerNext(String major, String minor) {
            control.ask("validador.answer", new Fields().put(major).put(minor));
        }

        @Override
        public void breakNext(int status) {
            control.ask("validador.break", new Fields().put(status));
        }

        @Override
        public List<String> requests() {
            return control.ask("validador.requests").list(Fields::text);
        }
    }

    private record TimeStamps(ControlClient control) implements TimeStampDesk {

        @Override
        public void lie(TimeStampLie lie) {
            control.ask("tsa.lie", new Fields().put(lie.name()));
        }

        @Override
        public long requests() {
            return control.ask("tsa.requests").number();
        }
    }

    private record Network(ControlClient control) implements NetworkDesk {

        @Override
        public void cutLine() {
            control.ask("network.cut");
        }

        @Override
        public void restoreLine() {
            control.ask("network.restore");
        }

        @Override
        public void slowTo(int bytesPerSecond) {
            control.ask("network.slow", new Fields().put(bytesPerSecond));
        }

        @Override
        public void torture(int percent, long seed) {
            control.ask("network.torture", new Fields().put(percent).put(seed));
        }

        @Override
        public long spoilt() {
            return control.ask("network.spoilt").number();
        }
    }

    private record Sir(ControlClient control) implements SirDesk {

        @Override
        public List<SirExchange> exchanges() {
            return control.ask("sir.all").list(Forms::sirExchange);
        }

        @Override
        public void confirm(String id, String entryNumber) {
            control.ask("sir.confirm", new Fields().put(id).put(entryNumber));
        }

        @Override
        public void reject(String id, String reason) {
            control.ask("sir.reject", new Fields().put(id).put(reason));
        }

        @Override
        public void forward(String id, String office, String remarks) {
            control.ask("sir.forward", new Fields().put(id).put(office).put(remarks));
        }

        @Override
        public void fail(String id, String message) {
            control.ask("sir.fail", new Fields().put(id).put(message));
        }

        @Override
        public String deliver(String sicres, Map<String, byte[]> files) {
            Fields arguments = new Fields().put(sicres);
            Forms.files(arguments, files);
            return control.ask("sir.deliver", arguments).text();
        }

        @Override
        public void tellOnce(boolean once) {
            control.ask("sir.tellOnce", new Fields().put(once));
        }

        @Override
        public void refuseNext(String text) {
            control.ask("sir.refuse", new Fields().put(text));
        }

        @Override
        public void refuseNextAfterDoing(String text) {
            control.ask("sir.refuseAfter", new Fields().put(text));
        }

        @Override
        public void spoilDownloads(boolean spoil) {
            control.ask("sir.spoil", new Fields().put(spoil));
        }
    }

    private record Eacat(ControlClient control) implements EacatDesk {

        @Override
        public void add(String row, Map<String, String> values) {
            Fields arguments = new Fields().put(row);
            Forms.texts(arguments, values);
            control.ask("eacat.add", arguments);
        }

        @Override
        public void clear() {
            control.ask("eacat.clear");
        }

        @Override
        public void addTownHalls(int count) {
            control.ask("eacat.townHalls", new Fields().put(count));
        }
    }

    private record Desal(ControlClient control) implements DesalDesk {

        @Override
        public void allow(String service, String accessKey, Secret secretKey) {
            String secret = secretKey.use(String::new);
            control.ask("desal.allow", new Fields().put(service).put(accessKey).put(secret));
        }

        @Override
        public void deny(String service) {
            control.ask("desal.deny", new Fields().put(service));
        }

        @Override
        public void scanFor(Duration virtualTime) {
            control.ask("desal.scan", new Fields().put(virtualTime));
        }

        @Override
        public void infect(String fileName) {
            control.ask("desal.infect", new Fields().put(fileName));
        }

        @Override
        public String put(String service, String fileName, String title, byte[] content) {
            String bytes = Base64.getEncoder().encodeToString(content);
            return control.ask(
                            "desal.put",
                            new Fields().put(service).put(fileName).put(title).put(bytes))
                    .text();
        }

        @Override
        public String putExternal(String service, String title, String externalId) {
            return control.ask(
                            "desal.external",
                            new Fields().put(service).put(title).put(externalId))
                    .text();
        }

        @Override
        public List<StoredDocument> documents() {
            return control.ask("desal.all").list(Forms::document);
        }

        @Override
        public void spoilDownloads(boolean spoil) {
            control.ask("desal.spoil", new Fields().put(spoil));
        }

        @Override
        public void offerBytesFrom(String host) {
            control.ask("desal.host", new Fields().put(host));
        }

        @Override
        public void answerNext(String operation, String code) {
            control.ask("desal.answer", new Fields().put(operation).put(code));
        }

        @Override
        public void loseNextAnswer(String operation) {
            control.ask("desal.lose", new Fields().put(operation));
        }
    }
}
