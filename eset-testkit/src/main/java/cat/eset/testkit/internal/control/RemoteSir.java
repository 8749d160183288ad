package cat.eset.testkit.internal.control;

import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.sir.SirExchange;
import java.util.List;
import java.util.Map;

/** The desk of SIR of a simulator in another process. */
record RemoteSir(ControlClient control) implements SirDesk {

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
