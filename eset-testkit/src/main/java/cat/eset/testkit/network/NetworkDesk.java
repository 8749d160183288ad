package cat.eset.testkit.network;

/**
 * The line in front of the HTTPS services: works on sockets, below TLS, so that a client sees what a real network does.
 * Thread-safe.
 */
public interface NetworkDesk {

    /** Every new connection is closed at once, and the open ones are cut. */
    void cutLine();

    /** Connections work again. */
    void restoreLine();

    /** Limits each connection to so many bytes per second towards the client; 0 lifts the limit. */
    void slowTo(int bytesPerSecond);

    /**
     * Makes the line unreliable: this share of the exchanges is cut before processing, cut after processing, answered
     * late, or delivered twice to the service, chosen by a seeded generator.
     *
     * @param percent 0 to 100; 0 makes the line reliable again
     * @param seed the same seed gives the same sequence of troubles
     */
    void torture(int percent, long seed);

    /** How many exchanges the unreliable line has spoilt so far. */
    long spoilt();
}
