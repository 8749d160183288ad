package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.signador.SignadorTask;
import java.util.Base64;
import java.util.List;

/** The desk of the Signador of a simulator in another process. Persons cross by the name of their key, which the other process has too. */
record RemoteSignador(ControlClient control) implements SignadorDesk {

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
    public void putOnDisk(String path, byte[] content) {
        String base64 = Base64.getEncoder().encodeToString(content);
        control.ask("signador.disk", new Fields().put(path).put(base64));
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
