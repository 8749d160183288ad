package cat.eset.registry.internal.eacat;

import static cat.eset.registry.internal.eacat.EacatCodec.NS;
import static cat.eset.registry.internal.eacat.EacatCodec.PREFIX;

import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.registry.eacat.Body;
import cat.eset.registry.eacat.BodyQuery;
import cat.eset.registry.eacat.BodyType;
import cat.eset.registry.eacat.Official;
import cat.eset.registry.eacat.OfficialQuery;
import cat.eset.registry.eacat.ServiceUser;
import cat.eset.registry.eacat.User;
import cat.eset.registry.eacat.UserKind;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The five questions and their rows (contract pci 13). Missing columns are empty, and nothing fails on a value that cannot be read. */
public final class EacatWire {

    private static final int INE10 = 10;
    private static final int POSTCODE = 5;
    private static final int TWO = 2;

    private final boolean padded;

    /**
     * Questions.
     *
     * @param padded whether codes of bodies are asked with their leading zeros
     */
    public EacatWire(boolean padded) {
        this.padded = padded;
    }

    /** After a user. */
    public record UserQuestion(Nif nif, Optional<Ine10> body) {}

    /** After the users of a service. */
    public record ServiceQuestion(String service, Optional<Nif> nif, Optional<Ine10> body) {}

    /** {@code EACAT_USUARI}. */
    public EacatCodec<UserQuestion, User> users() {
        return new EacatCodec<>(
                "EACAT_USUARI",
                "ConsultaUsuari",
                "usuari",
                (q, out) -> {
                    element(out, "nif", Optional.of(q.nif().value()));
                    element(out, "codiEns", q.body().map(this::code));
                },
                EacatWire::user);
    }

    /** {@code EACAT_SERVEI}. */
    public EacatCodec<ServiceQuestion, ServiceUser> serviceUsers() {
        return new EacatCodec<>(
                "EACAT_SERVEI",
                "ConsultaServei",
                "servei",
                (q, out) -> {
                    element(out, "servei", Optional.of(q.service()));
                    element(out, "nif", q.nif().map(Nif::value));
                    element(out, "codiEns", q.body().map(this::code));
                },
                EacatWire::serviceUser);
    }

    /** {@code EACAT_ENS}. */
    public EacatCodec<BodyQuery, Body> bodies() {
        return new EacatCodec<>(
                "EACAT_ENS",
                "ConsultaEns",
                "ens",
                (q, out) -> {
                    element(out, "codiEns", q.code().map(this::code));
                    element(out, "idTipusEns", q.typeId());
                    element(out, "nom", q.name());
                    element(out, "cif", q.cif().map(Nif::value));
                    element(out, "nomMunicipi", q.municipality());
                    element(out, "nomProvincia", q.province());
                },
                EacatWire::body);
    }

    /** {@code EACAT_TIPUS_ENS}: an empty element. */
    public EacatCodec<String, BodyType> bodyTypes() {
        return new EacatCodec<>(
                "EACAT_TIPUS_ENS",
                "ConsultaTipusEns",
                "tipusEns",
                (nothing, out) -> {},
                e -> new BodyType(text(e, "idTipusEns"), text(e, "nomTipusEns")));
    }

    /** {@code EACAT_FUNCIONARI_HABILITAT}. */
    public EacatCodec<OfficialQuery, Official> officials() {
        return new EacatCodec<>(
                "EACAT_FUNCIONARI_HABILITAT",
                "ConsultaFuncionariHabilitat",
                "funcionariHabilitat",
                (q, out) -> {
                    element(out, "codiEns", q.body().map(this::code));
                    element(out, "nif", q.nif().map(Nif::value));
                    element(out, "dataAltaInici", q.from().map(LocalDate::toString));
                    element(out, "dataAltaFi", q.to().map(LocalDate::toString));
                    element(out, "assistirInteressats", q.assists().map(String::valueOf));
                    element(out, "expCopiesAutentiques", q.certifiesCopies().map(String::valueOf));
                    element(out, "donatsBaixa", q.alsoRemoved() ? Optional.of("true") : Optional.empty());
                },
                EacatWire::official);
    }

    private String code(Ine10 code) {
        return padded ? code.value() : code.value().replaceFirst("^0+(?=\\d)", "");
    }

    private static void element(PayloadWriter out, String name, Optional<String> text) {
        text.ifPresent(t -> out.element(NS, PREFIX, name, t));
    }

    private static User user(XmlElement e) {
        return new User(
                padded(text(e, "codiEns"), INE10),
                text(e, "nif"),
                kind(e),
                e.text("nom"),
                day(e, "dataAlta"),
                e.text("email"),
                e.text("tractament"),
                e.text("perfil"),
                day(e, "dataModificacio"),
                e.text("telefon"),
                e.child("ens").map(EacatWire::body));
    }

    private static ServiceUser serviceUser(XmlElement e) {
        return new ServiceUser(
                text(e, "nif"),
                e.text("nom"),
                e.text("perfil"),
                padded(text(e, "codiEns"), INE10),
                text(e, "nomEns"),
                text(e, "idTipusEns"),
                text(e, "nomTipusEns"),
                text(e, "servei"),
                text(e, "rol"),
                e.text("descripcio"));
    }

    private static Body body(XmlElement e) {
        return new Body(
                padded(text(e, "codiEns"), INE10),
                text(e, "nom"),
                text(e, "idTipusEns"),
                text(e, "nomTipusEns"),
                e.text("cif"),
                e.text("adreca"),
                e.text("codiPostal").map(t -> padded(t, POSTCODE)),
                e.text("codiMunicipi").map(t -> padded(t, INE10)),
                e.text("nomMunicipi"),
                e.text("codiComarca").map(t -> padded(t, TWO)),
                e.text("nomComarca"),
                e.text("codiProvincia").map(t -> padded(t, TWO)),
                e.text("nomProvincia"),
                e.text("codiDelegacio"),
                e.text("nomDelegacio"));
    }

    private static Official official(XmlElement e) {
        return new Official(
                text(e, "nom"),
                text(e, "nif"),
                kind(e),
                text(e, "nomEns"),
                padded(text(e, "codiEns"), INE10),
                day(e, "dataAlta"),
                day(e, "dataBaixa"),
                flag(e, "assistirInteressats"),
                flag(e, "expCopiesAutentiques"),
                text(e, "unitatAdministrativa"));
    }

    private static UserKind kind(XmlElement e) {
        return new UserKind(e.text("tipus").orElse("?"));
    }

    private static String text(XmlElement e, String name) {
        return e.text(name).orElse("");
    }

    /** EACAT writes numeric codes as numbers: leading zeros are lost. */
    private static String padded(String code, int digits) {
        return code.matches("\\d+") && code.length() < digits ? "0".repeat(digits - code.length()) + code : code;
    }

    /** A day, whose offset says nothing. */
    private static Optional<LocalDate> day(XmlElement e, String name) {
        return e.text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
            } catch (DateTimeException broken) {
                return Optional.empty();
            }
        });
    }

    private static boolean flag(XmlElement e, String name) {
        return e.text(name).filter(t -> t.equals("true") || t.equals("1")).isPresent();
    }
}
