package cat.eset.registry.eacat;

import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Which authorised officials to look for; without criteria, all who are in office. Immutable.
 *
 * @param body of this body
 * @param nif this person
 * @param from authorised on this day or after
 * @param to authorised on this day or before
 * @param assists only those who may, or may not, identify and sign for interested persons
 * @param certifiesCopies only those who may, or may not, issue authentic copies
 * @param alsoRemoved also those who are no longer in office
 */
public record OfficialQuery(
        Optional<Ine10> body,
        Optional<Nif> nif,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Boolean> assists,
        Optional<Boolean> certifiesCopies,
        boolean alsoRemoved) {

    /** All who are in office. */
    public static final OfficialQuery IN_OFFICE = new OfficialQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** Checks the values. */
    public OfficialQuery {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(nif, "nif");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(assists, "assists");
        Objects.requireNonNull(certifiesCopies, "certifiesCopies");
    }

    /** Those of a body. */
    public static OfficialQuery of(Ine10 body) {
        return new OfficialQuery(
                Optional.of(body),
                IN_OFFICE.nif,
                IN_OFFICE.from,
                IN_OFFICE.to,
                IN_OFFICE.assists,
                IN_OFFICE.certifiesCopies,
                false);
    }

    /** Only this person. */
    public OfficialQuery person(Nif value) {
        return new OfficialQuery(body, Optional.of(value), from, to, assists, certifiesCopies, alsoRemoved);
    }

    /** Only those authorised between these days, both included. */
    public OfficialQuery authorised(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new OfficialQuery(body, nif, first, last, assists, certifiesCopies, alsoRemoved);
    }

    /** Only those who may identify and sign for interested persons. */
    public OfficialQuery whoAssist() {
        return new OfficialQuery(body, nif, from, to, Optional.of(true), certifiesCopies, alsoRemoved);
    }

    /** Only those who may issue authentic copies. */
    public OfficialQuery whoCertifyCopies() {
        return new OfficialQuery(body, nif, from, to, assists, Optional.of(true), alsoRemoved);
    }

    /** Also those who are no longer in office. */
    public OfficialQuery alsoFormer() {
        return new OfficialQuery(body, nif, from, to, assists, certifiesCopies, true);
    }

    /** Does not print whom it asks after. */
    @Override
    public String toString() {
        return "OfficialQuery[body " + body.isPresent() + ", person " + nif.isPresent() + "]";
    }
}
