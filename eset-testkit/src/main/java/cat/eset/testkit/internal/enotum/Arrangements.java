package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.pci.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What issuers and the consortium have arranged outside the messaging, and the errors that a test wants to see next.
 * Thread-safe.
 */
final class Arrangements {

    /** Rules that are announced, or that depend on the issuer: off until a test turns them on. */
    private static final Set<Integer> OPTIONAL_RULES = Set.of(617, 620, 629, 729, 918);

    /** A reference to a file may bear a tenant, as in {@code cpd2-} and a UUID (contract enotum 9). */
    private static final Pattern TENANT = Pattern.compile("^[A-Za-z]{3}\\d-");

    private final DocumentArchive archive;
    private final Set<String> publicBodies = ConcurrentHashMap.newKeySet();
    private final Set<String> backOffices = ConcurrentHashMap.newKeySet();
    private final Set<String> tags = ConcurrentHashMap.newKeySet();
    private final Set<Integer> enforced = ConcurrentHashMap.newKeySet();
    private final Map<String, Part> documents = new ConcurrentHashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private volatile boolean searchesOrdered = true;

    /**
     * An error that comes next.
     *
     * @param operation which request it spoils, without {@code Peticio}
     * @param code its number
     * @param afterwards whether the request took effect before
     */
    record Trouble(String operation, int code, boolean afterwards) {}

    Arrangements(DocumentArchive archive) {
        this.archive = archive;
    }

    void declarePublicBody(String nif) {
        publicBodies.add(nif);
    }

    boolean isPublicBody(String nif) {
        return Identity.looksPublic(nif) || publicBodies.contains(nif);
    }

    void createBackOffice(String code) {
        backOffices.add(code);
    }

    boolean knowsBackOffice(String code) {
        return backOffices.contains(code);
    }

    void agreeOnTag(String tag) {
        tags.add(tag);
    }

    boolean knowsTag(String tag) {
        return tags.contains(tag);
    }

    void enforce(int rule) {
        if (!OPTIONAL_RULES.contains(rule)) {
            throw new IllegalArgumentException("rules that can be turned on are " + OPTIONAL_RULES);
        }
        enforced.add(rule);
    }

    boolean enforces(int rule) {
        return enforced.contains(rule);
    }

    void store(String reference, byte[] content) {
        documents.put(reference, Part.inline(content));
    }

    /**
     * What a document refers to: what a test put there, or what is in DESA'L.
     *
     * @param kind {@code UUIDFitxer} or {@code UUIDDocument}
     */
    Optional<Part> stored(String kind, String reference) {
        Part put = documents.get(reference);
        if (put != null) {
            return Optional.of(put);
        }
        return (kind.equals("UUIDDocument")
                        ? archive.document(reference)
                        : archive.file(TENANT.matcher(reference).replaceFirst("")))
                .map(Part::inline);
    }

    void ignoreOrderOfSearches() {
        searchesOrdered = false;
    }

    boolean ordersSearches() {
        return searchesOrdered;
    }

    void trouble(Trouble trouble) {
        synchronized (troubles) {
            troubles.add(trouble);
        }
    }

    /** The first trouble that waits for this operation, which it then no longer does. */
    Optional<Trouble> takeTrouble(String operation) {
        synchronized (troubles) {
            for (Iterator<Trouble> i = troubles.iterator(); i.hasNext(); ) {
                Trouble trouble = i.next();
                if (trouble.operation().equals(operation)) {
                    i.remove();
                    return Optional.of(trouble);
                }
            }
            return Optional.empty();
        }
    }
}
