package cat.eset.testkit.internal.control;

import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.enotum.StoredNotification;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The desk of e-NOTUM of a simulator in another process. */
record RemoteENotum(ControlClient control) implements ENotumDesk {

    @Override
    public List<StoredNotification> notifications() {
        return control.ask("enotum.all").list(Forms::stored);
    }

    @Override
    public Optional<StoredNotification> find(long id) {
        return control.ask("enotum.find", id(id)).list(Forms::stored).stream().findFirst();
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
