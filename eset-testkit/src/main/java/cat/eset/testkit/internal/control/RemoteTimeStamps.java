package cat.eset.testkit.internal.control;

import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.tsa.TimeStampLie;

/** The desk of the time stamp authority of a simulator in another process. */
record RemoteTimeStamps(ControlClient control) implements TimeStampDesk {

    @Override
    public void lie(TimeStampLie lie) {
        control.ask("tsa.lie", new Fields().put(lie.name()));
    }

    @Override
    public long requests() {
        return control.ask("tsa.requests").number();
    }
}
