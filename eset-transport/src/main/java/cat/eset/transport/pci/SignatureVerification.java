package cat.eset.transport.pci;

/** What to do about the signature of an answer. */
public enum SignatureVerification {
    /** An answer without a right signature of the expected signer is refused. */
    REQUIRE,
    /** It is checked; what is wrong is logged and said in the reply, and the answer is handed on. */
    WARN,
    /** It is not checked. */
    OFF
}
