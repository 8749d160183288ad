package cat.eset.notify.internal.wire;

import java.util.Optional;

/** What every request shares, and its own content. */
public record NtRequest<Q>(Optional<String> backOffice, Caller caller, Q body) {}
