package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of an exchange, without its bytes ({@code De_Anexo}).
 *
 * @param name name of the file, as written; not safe as the name of a file here
 * @param id its identity in the exchange
 * @param kind what it is
 * @param validity what it is worth
 * @param hash digest, Base64; which algorithm others use is not known
 * @param mediaType media type, as written
 * @param signedId identity of the file that this one signs
 * @param remarks remarks
 */
public record ExchangeAnnex(
        String name,
        String id,
        AnnexKind kind,
        Optional<AnnexValidity> validity,
        Optional<String> hash,
        Optional<String> mediaType,
        Optional<String> signedId,
        Optional<String> remarks) {

    /** Checks the values. */
    public ExchangeAnnex {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(signedId, "signedId");
        Objects.requireNonNull(remarks, "remarks");
    }

    /** The digest, if it has the length of SHA-256: no other algorithm can be told from the text. */
    public Optional<Sha256> sha256() {
        return hash.flatMap(text -> {
            try {
                return Optional.of(Sha256.ofBase64(text));
            } catch (InvalidValueException e) {
                return Optional.empty();
            }
        });
    }

    /** Identity only. */
    @Override
    public String toString() {
        return "ExchangeAnnex[" + id + "]";
    }
}
