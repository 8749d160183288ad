package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.desal.StoredDocument;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The desk of DESA'L of a simulator in another process. */
record RemoteDesal(ControlClient control) implements DesalDesk {

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
                        "desal.external", new Fields().put(service).put(title).put(externalId))
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
