package cat.eset.notify.internal.wire;

import cat.eset.core.Secret;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.PersonDocument;
import java.util.Optional;

/** Role in which an operation is called ({@code Usuari}, contract enotum 6.0). */
public sealed interface Caller {

    /** The back office of the issuer. */
    record Employee(String organisation, String department) implements Caller {}

    /** A person logged in with VALId. */
    record Citizen(Secret token) implements Caller {}

    /** Somebody who represents another; exactly one of both documents. */
    record Representative(Secret token, Optional<PersonDocument> person, Optional<CompanyDocument> company)
            implements Caller {}
}
