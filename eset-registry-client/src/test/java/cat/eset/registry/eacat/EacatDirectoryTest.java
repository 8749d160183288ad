package cat.eset.registry.eacat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.RetryPolicy;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory of EACAT through sockets, quirks included (contract pci 13). */
class EacatDirectoryTest {

    private static final Ine10 BARCELONA = Ine10.of("0801930008");

    private static Consortium consortium;
    private static EacatDirectory directory;

    @BeforeAll
    static void open() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
        directory = directory(b -> b);
    }

    @AfterAll
    static void close() {
        directory.close();
        consortium.close();
    }

    @BeforeEach
    void fill() {
        consortium.eacat().clear();
        consortium
                .eacat()
                .add(
                        "ens",
                        Map.of(
                                "codiEns", BARCELONA.value(),
                                "nom", "Ajuntament de Barcelona",
                                "idTipusEns", "2",
                                "nomTipusEns", "Ajuntament",
                                "codiPostal", "08018",
                                "codiMunicipi", "0801930008",
                                "codiProvincia", "08",
                                "nomProvincia", "Barcelona"));
    }

    private static EacatDirectory directory(UnaryOperator<EacatDirectory.Builder> settings) {
        List<X509Certificate> root = List.of(consortium.pki().root());
        AocEnvironment environment = AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
        return settings.apply(EacatDirectory.builder(
                                environment, consortium.pki().townHallSeal().credentials(), TestPki.VILAPROVA)
                        .pci(pci -> pci.retry(RetryPolicy.none())))
                .build();
    }

    @Test
    void the_zeros_that_EACAT_drops_are_put_back() {
        BodyList found = directory.bodies(BodyQuery.code(BARCELONA));

        assertThat(found.coverage()).isEqualTo(BodyList.Coverage.WHOLE);
        assertThat(found.bodies()).singleElement().satisfies(body -> {
            assertThat(body.code()).isEqualTo("0801930008");
            assertThat(body.ine10()).contains(BARCELONA);
            assertThat(body.postcode()).contains("08018");
            assertThat(body.municipalityCode()).contains("0801930008");
            assertThat(body.provinceCode()).contains("08");
        });
    }

    @Test
    void a_question_bears_the_instant_of_the_clock_it_was_given() {
        try (EacatDirectory virtual = directory(b -> b.clock(consortium.clock()))) {
            virtual.bodies(BodyQuery.code(BARCELONA));
        }

        List<PciExchange> all = consortium.pci().exchanges();
        assertThat(OperationId.of(all.get(all.size() - 1).requestId()).instant())
                .isEqualTo(consortium.clock().instant());
    }

    @Test
    void the_form_of_the_codes_that_are_asked_with_is_a_setting() {
        try (EacatDirectory padded = directory(EacatDirectory.Builder::paddedCodes)) {
            // The simulator finds the form of the official example only.
            assertThat(padded.bodies(BodyQuery.code(BARCELONA)).bodies()).isEmpty();
        }
    }

    @Test
    void exactly_500_bodies_are_told_as_cut() {
        consortium.eacat().addTownHalls(700);

        BodyList found = directory.bodies(BodyQuery.type("2"));

        assertThat(found.bodies()).hasSize(500);
        assertThat(found.coverage()).isEqualTo(BodyList.Coverage.CUT);
    }

    @Test
    void every_body_is_found_by_asking_in_parts() {
        consortium.eacat().addTownHalls(1200);

        BodyList all = directory.allBodies(BodyQuery.type("2"));

        assertThat(all.coverage()).isEqualTo(BodyList.Coverage.BY_PARTS);
        assertThat(all.bodies()).extracting(Body::code).doesNotHaveDuplicates().hasSize(1200 + 1);
    }

    @Test
    void a_province_that_is_still_cut_is_said_to_be_cut() {
        consortium.eacat().addTownHalls(2100);

        BodyList all = directory.allBodies(BodyQuery.type("2"));

        assertThat(all.coverage()).isEqualTo(BodyList.Coverage.CUT);
        assertThat(all.bodies()).hasSize(4 * 500);
    }

    private static void body(String code, String typeId, String province) {
        consortium
                .eacat()
                .add(
                        "ens",
                        Map.of(
                                "codiEns", code,
                                "nom", "Ens " + code,
                                "idTipusEns", typeId,
                                "nomTipusEns", "Tipus " + typeId,
                                "nomProvincia", province));
    }

    @Test
    void a_province_that_is_cut_is_split_by_types() {
        consortium.eacat().addTownHalls(1600);
        for (int i = 0; i < 200; i++) {
            body(Integer.toString(1_800_000_000 + i), "12", "Girona");
        }

        BodyList all = directory.allBodies(BodyQuery.province("Girona"));

        assertThat(all.coverage()).isEqualTo(BodyList.Coverage.BY_PARTS);
        assertThat(all.bodies()).hasSize(400 + 200);
        assertThat(all.bodies()).extracting(Body::typeId).contains("2", "12");
    }

    @Test
    void what_the_cut_answer_had_is_kept_although_no_part_has_it() {
        body("9800000001", "2", "Huesca");
        consortium.eacat().addTownHalls(700);

        BodyList all = directory.allBodies(BodyQuery.type("2"));

        assertThat(all.bodies()).extracting(Body::code).contains("9800000001");
    }

    @Test
    void without_provinces_to_ask_by_what_is_cut_stays_cut() {
        consortium.eacat().addTownHalls(700);

        try (EacatDirectory alone = directory(b -> b.provinces(List.of()))) {
            assertThat(alone.allBodies(BodyQuery.type("2")).coverage()).isEqualTo(BodyList.Coverage.CUT);
        }
    }

    @Test
    void users_come_with_their_body_and_days_without_their_offset() {
        consortium
                .eacat()
                .add(
                        "usuari",
                        Map.of(
                                "codiEns", BARCELONA.value(),
                                "nif", "00000000T",
                                "tipus", "MLO",
                                "nom", "Maria Exemple",
                                "dataAlta", "2015-02-26"));

        assertThat(directory.users(Nif.of("00000000T"), BARCELONA))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.kind()).isEqualTo(UserKind.LOCAL);
                    assertThat(user.since()).contains(LocalDate.of(2015, 2, 26));
                    assertThat(user.body().orElseThrow().name()).isEqualTo("Ajuntament de Barcelona");
                    assertThat(user.toString()).doesNotContain("Maria").doesNotContain("00000000T");
                });
        assertThat(directory.users(Nif.of("00000001R"))).isEmpty();
    }

    @Test
    void a_user_has_a_row_for_each_role_in_a_service() {
        for (String role : List.of("CONSULTA", "ADMIN")) {
            consortium
                    .eacat()
                    .add(
                            "servei",
                            Map.of(
                                    "nif", "00000000T",
                                    "codiEns", BARCELONA.value(),
                                    "nomEns", "Ajuntament de Barcelona",
                                    "idTipusEns", "2",
                                    "nomTipusEns", "Ajuntament",
                                    "servei", "ENOTUM",
                                    "rol", role));
        }

        assertThat(directory.serviceUsers("ENOTUM"))
                .extracting(ServiceUser::role)
                .containsExactly("CONSULTA", "ADMIN");
        assertThat(directory.serviceUsers("ENOTUM", Optional.of(Nif.of("00000001R")), Optional.empty()))
                .isEmpty();
        assertThatThrownBy(() -> directory.serviceUsers("x".repeat(16))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void officials_in_office_have_no_last_day_and_former_ones_are_told_on_request() {
        official("00000000T", "2020-05-04", "");
        official("00000001R", "2018-01-01", "2019-12-31");

        assertThat(directory.officials(OfficialQuery.of(BARCELONA)))
                .singleElement()
                .satisfies(official -> {
                    assertThat(official.since()).contains(LocalDate.of(2020, 5, 4));
                    assertThat(official.until()).isEmpty();
                    assertThat(official.assists()).isTrue();
                    assertThat(official.certifiesCopies()).isFalse();
                    assertThat(official.bodyCode()).isEqualTo(BARCELONA.value());
                });
        assertThat(directory.officials(OfficialQuery.IN_OFFICE.alsoFormer())).hasSize(2);
        assertThat(directory.officials(
                        OfficialQuery.IN_OFFICE.authorised(Optional.of(LocalDate.of(2020, 5, 5)), Optional.empty())))
                .isEmpty();
        assertThat(directory.officials(OfficialQuery.IN_OFFICE.whoCertifyCopies()))
                .isEmpty();
    }

    private void official(String nif, String from, String to) {
        consortium
                .eacat()
                .add(
                        "funcionariHabilitat",
                        Map.of(
                                "nom", "Nom Fictici",
                                "nif", nif,
                                "tipus", "MLO",
                                "nomEns", "Ajuntament de Barcelona",
                                "codiEns", BARCELONA.value(),
                                "dataAlta", from,
                                "dataBaixa", to,
                                "assistirInteressats", "true",
                                "expCopiesAutentiques", "false",
                                "unitatAdministrativa", "OAC"));
    }

    @Test
    void types_of_body_are_loaded() {
        assertThat(directory.bodyTypes()).contains(new BodyType("2", "Ajuntament"));
    }

    @Test
    void a_directory_that_does_not_answer_is_an_error_that_changed_nothing() {
        consortium.pci().script(PciFault.resetAfterProcessing(), "peticioConsultaTipusEns");

        assertThatThrownBy(directory::bodyTypes)
                .isInstanceOfSatisfying(
                        PciException.class,
                        e -> assertThat(e.failure().effect()).isEqualTo(Failure.Effect.NONE));
    }

    @Test
    void criteria_that_are_too_long_are_refused_before_they_are_sent() {
        assertThatThrownBy(() -> BodyQuery.name("x".repeat(91))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> BodyQuery.type("123")).isInstanceOf(InvalidValueException.class);
        BodyQuery everything = new BodyQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> directory.bodies(everything)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> directory.allBodies(everything)).isInstanceOf(InvalidValueException.class);
    }
}
