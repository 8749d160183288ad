package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.Endpoints;
import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.signador.SignadorTask;
import cat.eset.testkit.sir.SirExchange;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each value of the desks crosses the control channel: written and read side by side, in one order. */
final class Forms {

    private Forms() {}

    static void endpoints(Fields f, Endpoints e) {
        f.put(e.pciIop().toString())
                .put(e.pciApp().toString())
                .put(e.pciNt().toString())
                .put(e.mux().toString())
                .put(e.timeStamps().toString())
                .put(e.revocation().toString())
                .put(e.downloads().toString())
                .put(e.desal().toString())
                .put(e.signador().toString())
                .put(e.validador().toString());
    }

    static Endpoints endpoints(Fields f) {
        return new Endpoints(uri(f), uri(f), uri(f), uri(f), uri(f), uri(f), uri(f), uri(f), uri(f), uri(f));
    }

    static void task(Fields f, SignadorTask t) {
        f.put(t.token())
                .put(t.mode())
                .putAll(t.documents(), Fields::put)
                .put(t.request())
                .put(t.state())
                .put(t.sentBackTo())
                .put(t.callback());
    }

    static SignadorTask task(Fields f) {
        return new SignadorTask(f.text(), f.text(), f.list(Fields::text), f.text(), f.text(), f.text(), f.integer());
    }

    private static URI uri(Fields f) {
        return URI.create(f.text());
    }

    static void fault(Fields f, PciFault p) {
        f.put(p.kind().name()).put(p.amount()).put(p.code()).put(p.text());
    }

    static PciFault fault(Fields f) {
        return new PciFault(PciFault.Kind.valueOf(f.text()), f.number(), f.text(), f.text());
    }

    static void exchange(Fields f, PciExchange e) {
        f.put(e.number())
                .put(e.front())
                .put(e.requestId())
                .put(e.product())
                .put(e.operation())
                .put(e.requester())
                .put(e.authentication())
                .put(e.attachments())
                .put(e.requestBytes())
                .put(e.processed())
                .put(e.outcome());
    }

    static PciExchange exchange(Fields f) {
        return new PciExchange(
                f.number(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.integer(),
                f.number(),
                f.truth(),
                f.text());
    }

    static void stored(Fields f, StoredNotification n) {
        f.put(n.id())
                .put(n.requestId())
                .put(n.reference())
                .put(n.issuerId())
                .put(n.kind())
                .put(n.state())
                .put(n.organisation())
                .put(n.title())
                .put(n.created())
                .putInstant(n.deposited())
                .putInstant(n.practised())
                .putInstant(n.limit())
                .put(n.registryNumber())
                .putAll(n.recipients(), Fields::put)
                .putAll(n.documents(), (g, d) -> g.put(d.name()).put(d.length()).put(d.sha256Hex()));
    }

    static StoredNotification stored(Fields f) {
        return new StoredNotification(
                f.number(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.instant(),
                f.optionalInstant(),
                f.optionalInstant(),
                f.optionalInstant(),
                f.text(),
                f.list(Fields::text),
                f.list(g -> new StoredNotification.StoredDocument(g.text(), g.number(), g.text())));
    }

    static void delivery(Fields f, ReportDelivery d) {
        f.put(d.notificationIds())
                .put(d.kind())
                .put(d.states())
                .put(d.attempt())
                .put(d.request())
                .put(d.status())
                .put(d.answer())
                .put(d.acknowledged());
    }

    static ReportDelivery delivery(Fields f) {
        return new ReportDelivery(
                f.text(), f.text(), f.text(), f.integer(), f.text(), f.integer(), f.text(), f.truth());
    }

    static void notice(Fields f, CitizenNotice n) {
        f.put(n.notificationId())
                .put(n.channel())
                .put(n.contact())
                .put(n.sent())
                .put(n.reminder());
    }

    static CitizenNotice notice(Fields f) {
        return new CitizenNotice(f.number(), f.text(), f.text(), f.instant(), f.truth());
    }

    static void registry(Fields f, VendorRegistry r) {
        f.put(r.address().toString()).put(r.issuer()).put(r.subject());
        f.put(text(r.secret())).put(r.answerTimeout());
    }

    static String text(Secret secret) {
        return secret.use(chars -> new String(chars));
    }

    static VendorRegistry registry(Fields f) {
        return new VendorRegistry(uri(f), f.text(), f.text(), Secret.of(f.text()), f.duration());
    }

    static void answer(Fields f, VendorAnswer a) {
        f.put(a.transactionId())
                .put(a.leg())
                .put(a.requestBody())
                .put(a.status())
                .put(a.contentType())
                .put(a.body())
                .put(a.elapsed())
                .put(a.failure());
    }

    static VendorAnswer answer(Fields f) {
        return new VendorAnswer(f.text(), f.text(), f.text(), f.integer(), f.text(), f.text(), f.duration(), f.text());
    }

    static void execution(Fields f, MuxExecution e) {
        f.put(e.number()).put(e.auxiliary()).put(e.answer().isPresent());
        e.answer().ifPresent(a -> answer(f, a));
    }

    static MuxExecution execution(Fields f) {
        return new MuxExecution(f.text(), f.truth(), f.truth() ? Optional.of(answer(f)) : Optional.empty());
    }

    static void leg(Fields f, MuxLeg l) {
        f.put(l.transactionId())
                .put(l.leg())
                .put(l.principalNumber())
                .put(l.auxiliaryNumber())
                .put(l.consolidatedNumber())
                .put(l.executions());
    }

    static MuxLeg leg(Fields f) {
        return new MuxLeg(f.text(), f.text(), f.text(), f.text(), f.text(), f.integer());
    }

    static void transaction(Fields f, MuxTransaction t) {
        f.put(t.id()).put(t.leg()).put(t.rawJson().isPresent());
        if (t.rawJson().isPresent()) {
            f.put(t.rawJson().get());
            return;
        }
        f.put(t.subject())
                .putInstant(t.presented())
                .put(t.application())
                .put(t.isTest())
                .put(t.exposes())
                .put(t.requests())
                .put(t.padding())
                .putAll(t.persons(), Forms::person)
                .putAll(
                        t.documents(),
                        (g, d) -> g.put(d.uuid())
                                .put(d.fileName())
                                .put(d.mediaType())
                                .put(d.length())
                                .put(d.sha256Base64()));
    }

    static MuxTransaction transaction(Fields f) {
        String id = f.text();
        String leg = f.text();
        if (f.truth()) {
            return MuxTransaction.raw(id, leg, f.text());
        }
        String subject = f.text();
        MuxTransaction.Builder b =
                leg.equals("S") ? MuxTransaction.exit(id, subject) : MuxTransaction.entry(id, subject);
        f.optionalInstant().ifPresent(b::presented);
        b.application(f.text());
        if (f.truth()) {
            b.test();
        }
        b.statement(f.text(), f.text()).padding(f.integer());
        f.list(Forms::person).forEach(b::person);
        f.list(g -> new MuxTransaction.Attachment(g.text(), g.text(), g.text(), g.number(), g.text()))
                .forEach(b::document);
        return b.build();
    }

    private static void person(Fields f, MuxTransaction.Person p) {
        f.put(p.nif())
                .put(p.givenName())
                .put(p.surname())
                .put(p.email())
                .put(p.representative().isPresent());
        p.representative().ifPresent(r -> person(f, r));
    }

    private static MuxTransaction.Person person(Fields f) {
        return new MuxTransaction.Person(
                f.text(), f.text(), f.text(), f.text(), f.truth() ? Optional.of(person(f)) : Optional.empty());
    }

    static void sirExchange(Fields f, SirExchange e) {
        f.put(e.id())
                .put(e.sendingId())
                .put(e.body())
                .put(e.received())
                .put(e.originOffice())
                .put(e.destinationOffice())
                .put(e.originEntry())
                .put(e.destinationEntry())
                .put(e.state())
                .put(e.sicres())
                .putAll(e.files(), Fields::put);
    }

    static SirExchange sirExchange(Fields f) {
        return new SirExchange(
                f.text(),
                f.text(),
                f.text(),
                f.truth(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.text(),
                f.list(Fields::text));
    }

    static void files(Fields f, Map<String, byte[]> files) {
        f.putAll(
                List.copyOf(files.entrySet()),
                (fields, file) ->
                        fields.put(file.getKey()).put(Base64.getEncoder().encodeToString(file.getValue())));
    }

    static Map<String, byte[]> files(Fields f) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int size = f.integer();
        for (int i = 0; i < size; i++) {
            files.put(f.text(), Base64.getDecoder().decode(f.text()));
        }
        return files;
    }

    static void texts(Fields f, Map<String, String> texts) {
        f.putAll(
                List.copyOf(texts.entrySet()),
                (fields, text) -> fields.put(text.getKey()).put(text.getValue()));
    }

    static Map<String, String> texts(Fields f) {
        Map<String, String> texts = new LinkedHashMap<>();
        int size = f.integer();
        for (int i = 0; i < size; i++) {
            texts.put(f.text(), f.text());
        }
        return texts;
    }

    static void document(Fields f, StoredDocument d) {
        f.put(d.uuid())
                .put(d.service())
                .put(d.fileName())
                .put(d.title())
                .put(d.registryNumber())
                .put(d.length())
                .put(d.sha256());
    }

    static StoredDocument document(Fields f) {
        return new StoredDocument(f.text(), f.text(), f.text(), f.text(), f.text(), f.number(), f.text());
    }
}
