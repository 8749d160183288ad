package cat.eset.examples.torture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was said to be done, by all lives of the town hall together. Thread-safe. */
final class Told {

    private final List<String> done = new ArrayList<>();
    private final Map<String, String> sent = new LinkedHashMap<>();
    private final Map<String, String> numbered = new LinkedHashMap<>();
    private final List<String> transcript = new ArrayList<>();
    private final BitSet finished = new BitSet();
    private int faults;
    private String lastFault = "";

    /** One line of the town hall, or about it. */
    synchronized void line(String line) {
        transcript.add(line);
        if (line.startsWith("DONE ")) {
            done.add(line.substring("DONE ".length()));
        } else if (line.startsWith("SENT ")) {
            String[] words = line.split(" ", -1);
            sent.put(words[1], words[2]);
        } else if (line.startsWith("FINISHED ")) {
            finished.set(Integer.parseInt(line.substring("FINISHED ".length())));
        } else if (line.startsWith("FAULT ")) {
            faults++;
            lastFault = line;
        }
    }

    /** A transaction got its number. */
    synchronized void numbered(String transaction, String number) {
        transcript.add("NUMBERED " + transaction + " " + number);
        numbered.put(transaction, number);
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }

    /** Number of e-NOTUM by operation. */
    synchronized Map<String, String> sent() {
        return Map.copyOf(sent);
    }

    /** Registry number by transaction. */
    synchronized Map<String, String> numbered() {
        return Map.copyOf(numbered);
    }

    /** Up to which entry nothing is left for the desks. */
    synchronized int finished() {
        return finished.nextClearBit(1) - 1;
    }

    synchronized int faults() {
        return faults;
    }

    /** How much was said to be done. */
    synchronized int count() {
        return done.size() + sent.size() + numbered.size();
    }

    /** Everything that was heard, in order. */
    synchronized List<String> transcript() {
        return List.copyOf(transcript);
    }

    @Override
    public synchronized String toString() {
        return done.size() + " steps, " + numbered.size() + " numbered, " + sent.size() + " sent, " + finished()
                + " finished, " + faults + " faults" + (lastFault.isEmpty() ? "" : ", the last one: " + lastFault);
    }
}
