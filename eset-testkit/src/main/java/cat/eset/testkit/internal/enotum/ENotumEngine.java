package cat.eset.testkit.internal.enotum;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.pki.TestIdentity;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** e-NOTUM 4.0 on the virtual clock. */
public final class ENotumEngine implements ENotumDesk {

    private final Store store = new Store();
    private final Arrangements arrangements;
    private final Agenda agenda;
    private final Reporter reporter;
    private final Lifecycle lifecycle;
    private final Operations operations;
    private final Downloads downloads;
    private final List<TownHall> townHalls;

    /** An engine without notifications. */
    public ENotumEngine(
            ENotumSettings settings,
            Agenda agenda,
            List<TownHall> townHalls,
            Supplier<TestIdentity> seal,
            HttpClient http,
            ExitRegistry exits,
            Downloads downloads,
            DocumentArchive archive) {
        this.arrangements = new Arrangements(archive);
        this.agenda = agenda;
        this.townHalls = List.copyOf(townHalls);
        this.downloads = downloads;
        this.reporter = new Reporter(http, agenda, settings.reportRetries());
        this.lifecycle = new Lifecycle(store, agenda, settings, exits, reporter, seal);
        this.operations = new Operations(store, agenda, lifecycle, townHalls, arrangements, downloads);
    }

    /** What PCI routes to. */
    public PciProduct product() {
        return (request, item) -> {
            String answer = operations.answer(request, item);
            agenda.run();
            return answer;
        };
    }

    @Override
    public List<StoredNotification> notifications() {
        synchronized (store) {
            return store.all().stream().map(Notice::toStored).toList();
        }
    }

    @Override
    public Optional<StoredNotification> find(long id) {
        synchronized (store) {
            return store.find(id).map(Notice::toStored);
        }
    }

    @Override
    public void accept(long id) {
        practise(id, true, "");
    }

    @Override
    public void reject(long id) {
        practise(id, false, "");
    }

    @Override
    public void accept(long id, String nif) {
        practise(id, true, nif);
    }

    private void practise(long id, boolean accept, String nif) {
        Notice notice = store.need(id);
        Recipient recipient = notice.draft.recipients().stream()
                .filter(r -> nif.isEmpty() || r.mayActAs(nif))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("that person is no recipient of " + id));
        try {
            String number = nif.isEmpty() ? recipient.document() : nif;
            lifecycle.practise(
                    notice, new Lifecycle.Act(accept, number, Lifecycle.signer(recipient), "", agenda.now()));
        } catch (NtRefusal e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        agenda.run();
    }

    @Override
    public void cancel(long id, String reason) {
        try {
            lifecycle.cancel(store.need(id), reason, agenda.now());
        } catch (NtRefusal e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        agenda.run();
    }

    @Override
    public void breakEngine(long id) {
        synchronized (store) {
            store.need(id).broken = true;
        }
    }

    @Override
    public void stall(long id) {
        synchronized (store) {
            store.need(id).stalled = true;
        }
    }

    @Override
    public void relaunch(long id) {
        lifecycle.relaunch(store.need(id), agenda.now());
    }

    @Override
    public void declarePublicBody(String nif) {
        arrangements.declarePublicBody(nif);
    }

    @Override
    public void createBackOffice(String code) {
        arrangements.createBackOffice(code);
    }

    @Override
    public void agreeOnTag(String tag) {
        arrangements.agreeOnTag(tag);
    }

    @Override
    public void putInDocumentStore(String reference, byte[] content) {
        arrangements.store(reference, content);
    }

    @Override
    public void enforce(int rule) {
        arrangements.enforce(rule);
    }

    @Override
    public void refuseNext(String operation, int code) {
        arrangements.trouble(new Arrangements.Trouble(operation, code, false));
    }

    @Override
    public void failAfterNext(String operation, int code) {
        arrangements.trouble(new Arrangements.Trouble(operation, code, true));
    }

    @Override
    public String logIn(String nif, String level) {
        if (!List.of("BAIX", "SUBSTANCIAL", "ALT").contains(level)) {
            throw new IllegalArgumentException("a level is BAIX, SUBSTANCIAL or ALT");
        }
        String token = UUID.randomUUID().toString();
        store.login(token, new Store.Login(nif, level));
        return token;
    }

    @Override
    public void reportTo(URI vendor) {
        reporter.reportTo(Optional.of(vendor));
    }

    @Override
    public void stopReports() {
        reporter.reportTo(Optional.empty());
    }

    @Override
    public void sendDailyReport() {
        for (TownHall townHall : townHalls) {
            List<Notice> changed = operations.changedOn(
                    LegalTime.dateOf(agenda.now()), townHall.ine10().value());
            Optional<Reporter.Outgoing> report;
            synchronized (store) {
                report = lifecycle.daily(changed, agenda.now());
            }
            report.ifPresent(reporter::send);
        }
    }

    @Override
    public List<ReportDelivery> reports() {
        return reporter.deliveries();
    }

    @Override
    public List<CitizenNotice> notices() {
        return store.sentNotices();
    }

    @Override
    public void searchableAfterSeconds(long seconds) {
        store.searchableAfterSeconds(seconds);
    }

    @Override
    public void ignoreOrderOfSearches() {
        arrangements.ignoreOrderOfSearches();
    }

    @Override
    public void offerDownloadsFrom(URI base) {
        downloads.from(base);
    }
}
