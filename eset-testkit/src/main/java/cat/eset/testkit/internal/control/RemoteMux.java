package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.util.List;

/** The desk of MUX of a simulator in another process. */
record RemoteMux(ControlClient control) implements MuxDesk {

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
