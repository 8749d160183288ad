package cat.eset.registry.sicres;

import java.util.Objects;
import java.util.Optional;

/**
 * What the registries need among themselves ({@code De_Internos_Control}).
 *
 * @param exchangeId identity of the exchange in SIR, {@code <office>_<yy>_<8 digits>}; the consortium gives it
 * @param annotation why it travels
 * @param annotationText the same in words
 * @param exitAtOrigin whether the origin registered it as an exit; the consortium wants to be sent entries
 * @param physicalDocuments whether paper or objects go with it
 * @param test whether it is a test
 * @param startOffice the office where it began
 * @param startName its name
 * @param transport how it came to the office of origin
 * @param transportNumber number of that transport
 * @param userName who sends it
 * @param userContact how to reach who sends it
 * @param application version of the program that sends it
 * @param remarks remarks
 */
public record ExchangeControl(
        Optional<String> exchangeId,
        Annotation annotation,
        Optional<String> annotationText,
        boolean exitAtOrigin,
        PhysicalDocuments physicalDocuments,
        boolean test,
        DirectoryCode startOffice,
        Optional<String> startName,
        Optional<TransportKind> transport,
        Optional<String> transportNumber,
        Optional<String> userName,
        Optional<String> userContact,
        Optional<String> application,
        Optional<String> remarks) {

    /** Checks the values. */
    public ExchangeControl {
        Objects.requireNonNull(exchangeId, "exchangeId");
        Objects.requireNonNull(annotation, "annotation");
        Objects.requireNonNull(annotationText, "annotationText");
        Objects.requireNonNull(physicalDocuments, "physicalDocuments");
        Objects.requireNonNull(startOffice, "startOffice");
        Objects.requireNonNull(startName, "startName");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(transportNumber, "transportNumber");
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(userContact, "userContact");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(remarks, "remarks");
    }

    /** That of a new sending from an office: no physical documents, not a test, an entry. */
    public static ExchangeControl sending(Place origin) {
        return new ExchangeControl(
                Optional.empty(),
                Annotation.SENDING,
                Optional.empty(),
                false,
                PhysicalDocuments.NONE,
                false,
                origin.office(),
                origin.officeName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With this about paper and objects. */
    public ExchangeControl physicalDocuments(PhysicalDocuments value) {
        return new ExchangeControl(
                exchangeId,
                annotation,
                annotationText,
                exitAtOrigin,
                value,
                test,
                startOffice,
                startName,
                transport,
                transportNumber,
                userName,
                userContact,
                application,
                remarks);
    }

    /** With a remark. */
    public ExchangeControl remarks(String value) {
        return new ExchangeControl(
                exchangeId,
                annotation,
                annotationText,
                exitAtOrigin,
                physicalDocuments,
                test,
                startOffice,
                startName,
                transport,
                transportNumber,
                userName,
                userContact,
                application,
                Optional.of(value));
    }

    /** Identity and why it travels. */
    @Override
    public String toString() {
        return "ExchangeControl[" + exchangeId.orElse("") + ", " + annotation + "]";
    }
}
