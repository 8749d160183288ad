package cat.eset.testkit.internal.control;

import cat.eset.testkit.validador.ValidadorDesk;
import java.util.List;

/** The desk of the Validador of a simulator in another process. */
record RemoteValidador(ControlClient control) implements ValidadorDesk {

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
