package cat.eset.testkit.validador;

import java.util.List;

/**
 * The Validador (contract validador). It really verifies what it is sent against the root of the test infrastructure and its
 * revocations. A signature it is asked to complete comes back with a time stamp, if it is valid and has a place for one:
 * level T of XAdES, CAdES and PAdES, in the room that a PDF signature reserved. It adds no validation data, so no level LT;
 * plain XMLDSig comes back as it was. Thread-safe.
 */
public interface ValidadorDesk {

    /**
     * The next request is answered like this, whatever it asks.
     *
     * @param major end of the URN, for example {@code ResponderError}
     * @param minor the part of the URN after {@code urn:oasis:names:tc:dss:1.0:}; empty: none
     */
    void answerNext(String major, String minor);

    /** The next request is answered with this HTTP status and a page of a proxy. */
    void breakNext(int status);

    /** What was asked, oldest first: {@code certificate}, {@code cms}, {@code xml}, {@code pdf} or {@code timestamp}. */
    List<String> requests();
}
