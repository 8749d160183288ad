package cat.eset.registry.internal.sicres;

import cat.eset.registry.Mapped;
import cat.eset.registry.sicres.ExchangeMessage;

/** A version of SICRES: SICRES 3 today; the consortium has not published SICRES 4 for SIR (contract sir 5). Thread-safe. */
public interface ExchangeFormat {

    /** Writes a message that breaks no limit. */
    String write(ExchangeMessage message);

    /**
     * Reads a message of another registry, whatever its lengths.
     *
     * @return the message, and the fields that it does not keep
     * @throws cat.eset.core.EsetException if it is no such message
     */
    Mapped<ExchangeMessage> read(String text);
}
