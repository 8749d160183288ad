package cat.eset.signature.gateway;

import cat.eset.core.OperationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the tray keeps what waits. Thread-safe; on a database, in the vendor's own. */
public interface TrayRequests {

    /** Keeps a request, unless there is one with its operation already. */
    void add(TrayRequest request);

    /** A request, ended or not. */
    Optional<TrayRequest> find(OperationId operation);

    /** All of them, oldest first. */
    List<TrayRequest> all();

    /** Puts one in the place of another, unless that was replaced meanwhile; says whether it did. */
    boolean replace(TrayRequest expected, TrayRequest request);

    /** In memory: a restart forgets them. */
    static TrayRequests inMemory() {
        Map<OperationId, TrayRequest> kept = new LinkedHashMap<>();
        return new TrayRequests() {
            @Override
            public synchronized void add(TrayRequest request) {
                kept.putIfAbsent(request.operation(), request);
            }

            @Override
            public synchronized Optional<TrayRequest> find(OperationId operation) {
                return Optional.ofNullable(kept.get(operation));
            }

            @Override
            public synchronized List<TrayRequest> all() {
                return new ArrayList<>(kept.values());
            }

            @Override
            public synchronized boolean replace(TrayRequest expected, TrayRequest request) {
                return kept.replace(expected.operation(), expected, request);
            }
        };
    }
}
