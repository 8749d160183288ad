package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.signature.resources.InMemoryResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandlerBuilder;
import java.io.ByteArrayOutputStream;

/**
 * The memory that a PDF is prepared in, large enough from the start. A buffer that grows copies the document several times,
 * and memory is what two cores share.
 */
final class WorkMemory implements DSSResourcesHandlerBuilder {

    /** What an update adds besides the room for the signature: the field, the page, the table of objects. */
    private static final int UPDATE = 16 * 1024;

    private final long expected;

    WorkMemory(long expected) {
        this.expected = expected;
    }

    @Override
    public DSSResourcesHandler createResourcesHandler() {
        int size = (int) Math.min(expected + UPDATE, Integer.MAX_VALUE - 8L);
        return new InMemoryResourcesHandler() {
            @Override
            protected ByteArrayOutputStream buildOutputStream() {
                return new ByteArrayOutputStream(size);
            }
        };
    }
}
