package cat.eset.notify;

/** How the content of documents travels; a document that is a DESA'L reference travels as such (contract enotum 9). */
public enum DocumentTransport {
    /** As MTOM attachments on mutual TLS: the way that homologation requires. */
    ATTACHED,
    /** As Base64 inside the message while all of it is small, and as attachments otherwise. */
    INLINE_WHEN_SMALL
}
