package cat.eset.testkit.internal.control;

import cat.eset.testkit.eacat.EacatDesk;
import java.util.Map;

/** The desk of EACAT of a simulator in another process. */
record RemoteEacat(ControlClient control) implements EacatDesk {

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
