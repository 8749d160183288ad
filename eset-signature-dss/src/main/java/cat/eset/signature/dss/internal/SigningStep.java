package cat.eset.signature.dss.internal;

import java.io.IOException;

/** A signature between what is to be signed and the finished document. Used once. */
interface SigningStep extends AutoCloseable {

    /** The bytes that the key signs. */
    byte[] toBeSigned();

    /** Puts the signature value in its place. */
    RawResult finish(byte[] signatureValue) throws IOException;

    /** Deletes whatever it left on disk that is not the result. */
    @Override
    void close() throws IOException;
}
