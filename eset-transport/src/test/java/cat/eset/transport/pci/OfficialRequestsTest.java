package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.transport.Modality;
import cat.eset.transport.Product;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Every request that can be built is valid against the repaired official schemas (contract pci, appendix B). */
class OfficialRequestsTest {

    private static final Instant NOW = Instant.parse("2026-03-06T06:57:42.825Z");
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    /** The longest of everything that a schema limits. */
    private static final TownHall LONG = TownHall.of("A".repeat(100), Ine10.of("0899990001"), Dir3.of("L01089999"));

    private static final CivilServant PERSON =
            new CivilServant(Nif.of("00000000T"), "P".repeat(122), Optional.of("e".repeat(110) + "@example.org"));

    private static Schema schema(String file) throws SAXException {
        String base = System.getProperty("eset.official.schemas", "");
        assumeTrue(!base.isBlank(), "eset.official.schemas is not set: official schemas are not checked");
        Path xsd = Path.of(base, "pci", "repaired", file);
        assertThat(xsd).as("eset.official.schemas is set and must hold").isRegularFile();
        Schema known = SCHEMAS.get(file);
        if (known == null) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            known = factory.newSchema(xsd.toFile());
            SCHEMAS.put(file, known);
        }
        return known;
    }

    /** What stands in the Body, files inside. */
    private static byte[] procesa(byte[] body, List<MtomParts.Part> files) throws Exception {
        Map<String, byte[]> parts = new HashMap<>();
        for (MtomParts.Part part : files) {
            parts.put(part.contentId(), part.attachment().content().open().readAllBytes());
        }
        XmlElement written = XmlParser.strict().parse(body, parts);
        return written.children().get(0).canonical();
    }

    private static void validate(String schema, byte[] procesa) throws Exception {
        schema(schema).newValidator().validate(new StreamSource(new ByteArrayInputStream(procesa)));
    }

    /**
     * One way of filling a request.
     *
     * @param name shown
     * @param sender who asks
     * @param batch what
     * @param mtom whether files travel beside
     */
    record Shape(String name, PciSender sender, PciBatch<XmlElement, XmlElement> batch, boolean mtom) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static PciSender sender(Purpose purpose, Consent consent, Optional<CivilServant> person) {
        return new PciSender(LONG, purpose, consent, person, Issuer.CONSORTIUM);
    }

    private static PciBatch<XmlElement, XmlElement> batch(List<PciItem<XmlElement>> items) {
        Modality longest = Product.PADRO.modality("M".repeat(64));
        PciBatch.Builder<XmlElement, XmlElement> batch =
                PciBatch.query(OperationId.next(), longest, new TreeCodec("Cerca"));
        items.forEach(batch::item);
        return batch.build();
    }

    /** Every combination of what is optional. */
    static Stream<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        PciItem<XmlElement> plain = PciItem.of(TreeCodec.search("EXP/ò·&amp;&lt;&gt;\"'"));
        Attachment file = new Attachment(
                "i".repeat(50),
                "resolució.pdf",
                DocumentContent.of("%PDF-1.4".getBytes(StandardCharsets.UTF_8), MediaType.PDF));
        List<PciItem<XmlElement>> items = new ArrayList<>();
        items.add(plain);
        items.add(plain.id("I".repeat(40)));
        items.add(plain.caseNumber("2026-EXP-000123/A-1234567").extensions(true, true));
        items.add(plain.attach(file));
        items.add(plain.attach(file)
                .attach(new Attachment("b", "b.xml", DocumentContent.of(new byte[0], MediaType.XML))));
        subjects().forEach(subject -> items.add(plain.subject(subject).extensions(false, true)));
        List<Purpose> purposes = List.of(Purpose.TESTS, Purpose.of("p".repeat(250)), Purpose.procedure("P".repeat(20)));
        for (int i = 0; i < items.size(); i++) {
            for (Purpose purpose : purposes) {
                for (Consent consent : List.of(Consent.EXPRESS, Consent.LAW, Consent.NOT_OPPOSED)) {
                    for (Optional<CivilServant> person : List.of(Optional.<CivilServant>empty(), Optional.of(PERSON))) {
                        boolean files = !items.get(i).attachments().isEmpty();
                        String name = "item " + i + ", " + purpose.kind() + ", " + consent + ", "
                                + (person.isPresent() ? "person" : "nobody");
                        PciSender sender = sender(purpose, consent, person);
                        shapes.add(new Shape(name, sender, batch(List.of(items.get(i))), false));
                        if (files) {
                            shapes.add(new Shape(name + ", MTOM", sender, batch(List.of(items.get(i))), true));
                        }
                    }
                }
            }
        }
        items.remove(4);
        shapes.add(new Shape(
                "all items in one batch", sender(Purpose.TESTS, Consent.LAW, Optional.of(PERSON)), batch(items), true));
        return shapes.stream();
    }

    private static Stream<DataSubject> subjects() {
        Stream<DataSubject> everyType = Stream.of("CIF", "NIF", "DNI", "Pasaporte", "NIE")
                .map(type -> new DataSubject(
                        type,
                        "D".repeat(14),
                        Optional.of("F".repeat(122)),
                        Optional.of("N".repeat(40)),
                        Optional.of("A".repeat(40)),
                        Optional.of("B".repeat(40))));
        return Stream.concat(Stream.of(DataSubject.of(Nif.of("00000000T"))), everyType);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRequestIsValid(Shape shape) throws Exception {
        schema("procesa-sincron.xsd");
        MtomParts mtom = shape.mtom() ? new MtomParts() : null;
        byte[] body = CanonicalXml.of(out -> PciBody.writeRequest(out, shape.batch(), shape.sender(), NOW, mtom));
        byte[] procesa = procesa(body, mtom == null ? List.of() : mtom.parts());
        validate("procesa-sincron.xsd", procesa);
        validate("procesa-asincron.xsd", procesa);
    }

    @Test
    void askingForABatchIsValid() throws Exception {
        schema("procesa-asincron-resposta.xsd");
        PciTicket ticket = new PciTicket(
                OperationId.next(), Product.PADRO.modality("CERCA_TITULAR"), Purpose.TESTS, List.of("one", "two"));
        TownHall fifty = TownHall.of("A".repeat(50), Ine10.of("0899990001"), Dir3.of("L01089999"));
        for (Optional<CivilServant> person : List.of(Optional.<CivilServant>empty(), Optional.of(PERSON))) {
            PciSender sender = new PciSender(fifty, Purpose.TESTS, Consent.LAW, person, Issuer.CONSORTIUM);
            byte[] body = CanonicalXml.of(out -> PciBody.writePoll(out, ticket, sender, NOW));
            validate("procesa-asincron-resposta.xsd", procesa(body, List.of()));
        }
    }

    @Test
    void theDocumentOfASubjectBearsItsType() {
        assertThat(DataSubject.of(Nif.of("00000000T")).documentType()).isEqualTo("NIF");
        assertThat(DataSubject.of(Nif.of("X0000000T")).documentType()).isEqualTo("NIE");
        assertThat(DataSubject.of(Nif.of("P0800000B")).documentType()).isEqualTo("CIF");
    }

    /** The schema judges at all: contract pci 4.1, a request without its purpose. */
    @Test
    void aRequestThatLacksSomethingIsNotValid() throws Exception {
        schema("procesa-sincron.xsd");
        PciSender sender = sender(Purpose.TESTS, Consent.LAW, Optional.empty());
        PciBatch<XmlElement, XmlElement> batch = batch(List.of(PciItem.of(TreeCodec.search("EXP"))));
        byte[] body = CanonicalXml.of(out -> PciBody.writeRequest(out, batch, sender, NOW, null));
        String broken = new String(procesa(body, List.of()), StandardCharsets.UTF_8)
                .replace("<pet:Finalidad>PROVES</pet:Finalidad>", "");
        assertThatThrownBy(() -> validate("procesa-sincron.xsd", broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("Finalidad");
    }
}
