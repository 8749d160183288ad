package cat.eset.testkit.internal.control;

import cat.eset.testkit.network.NetworkDesk;

/** The desk of the network of a simulator in another process. */
record RemoteNetwork(ControlClient control) implements NetworkDesk {

    @Override
    public void cutLine() {
        control.ask("network.cut");
    }

    @Override
    public void restoreLine() {
        control.ask("network.restore");
    }

    @Override
    public void slowTo(int bytesPerSecond) {
        control.ask("network.slow", new Fields().put(bytesPerSecond));
    }

    @Override
    public void torture(int percent, long seed) {
        control.ask("network.torture", new Fields().put(percent).put(seed));
    }

    @Override
    public long spoilt() {
        return control.ask("network.spoilt").number();
    }
}
