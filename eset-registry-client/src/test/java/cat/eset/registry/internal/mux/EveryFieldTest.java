package cat.eset.registry.internal.mux;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.mux.MuxRefusedException;
import cat.eset.registry.mux.MuxTransaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that contract mux 8 names, one after the other: what it says is kept or told, and what it should not say does no harm. */
class EveryFieldTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "M4RK17";
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));

    /** Text that XML does not take, nor some databases. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]|\\p{Cs}");

    /**
     * Not about the entry but about the message, or a copy of a directory that is found again by a code that is kept; and what MUX itself
     * computes from what is kept.
     */
    private static final Pattern NOT_KEPT = Pattern.compile("/control/indicadorProva/descripcio"
            + "|/registres/(origen|desti)/unitatOrganica/.*"
            + "|.*/tipusIdentificador/(descripcio|muxv2|eacat)"
            + "|.*/informacioIdentificador/.*"
            // Without it the digest is not kept, and that is told.
            + "|.*/hashAlgoritme");

    /** A transaction with every field of contract mux 8. */
    private static final String WHOLE = """
            {"idTransaccio":"0ba6-8133-af41-6006","tipus":"E","execucions":0,"dataCreacio":1772440500000,
             "dataDarreraExecucio":1772440500000,"ttl":600,
             "control":{"aplicacio":"eTRAM","urlAplicacio":"https://x","observacionsApunt":"o","documentacioFisica":{"clau":"3","descripcio":"d"},
               "indicadorProva":{"clau":"0","descripcio":"d"},"usuari":"u","contacteUsuari":"c","tipusTransport":{"clau":"01"},
               "numeroTransport":"n","identificadorIntercanvi":"A09018933_21_00000001","numeroAssentamentIntercanvi":"n",
               "tipusAnotacio":{"clau":"01"}},
             "assumpte":{"resum":"r","observacions":"o","dataPresentacio":1772440500000,"codiAssumpteSegonsDesti":"c",
               "referenciaExterna":"r","numeroExpedient":"n","numeroExpedientSegonsDesti":"n","codiFamilia":"c","nomFamilia":"n",
               "codiProcediment":"c","nomProcediment":"n","codiSIA":"c","nomSIA":"n","codiTramit":"c","nomTramit":"n"},
             "procediment":{"identificadorResolutor":"i","nomResolutor":"n","destinatari":{"clau":"CI"},"preuTasa":true,
               "inici":{"clau":"DI"},"efecteSilenci":{"clau":"PO"},"tipusProcediment":{"clau":"EC"},"fiViaAdministrativa":true,
               "rangNormativa":{"clau":"LLE"},"numeroDisposicio":"n","titolNormativa":"t","materia":{"clau":"BAP"},
               "canalAcces":{"clau":"ELE"},"requisitsIdentificacio":{"clau":"CEL"},"urlAccesFormulari":"u",
               "terminiResolucio":"t","viaNotificacio":{"clau":"CSU"}},
             "interessats":[
              {"tipusIdentificador":{"clau":"NIF","muxv2":"NIF"},"identificador":"00000000T",
               "informacioIdentificador":{"valid":true,"tipusIdentificador":"NIF","tipusPersona":"F","tipusEntitat":"t",
                 "identificador":"00000000T","provincia":"p","observacions":"o"},
               "dir3personaJuridica":"A09018933","raoSocial":"r","nomSentit":"n","nom":"n","cognom1":"c","cognom2":"c",
               "genere":{"clau":"D"},"sexe":"Dona","codiMunicipi":"080193","municipi":"m","codiProvincia":"08","provincia":"p",
               "codiComunitatAutonoma":"09","comunitatAutonoma":"c","codiPais":"724","pais":"p","adressaCompleta":"a","nomVia":"n",
               "numeroSuperior":"3","numeroInferior":"1","bloc":"b","portal":"p","escala":"e","pis":"p","porta":"p",
               "codiPostal":"08294","tipusVia":{"clau":"4"},"email":"e","telefonFix":"t","telefonMobil":"t","fax":"f",
               "adressaElectronicaHabilitada":"a","canalPreferentComunicacio":"mail","consentimentConsulta":true,
               "consentimentLOPD":true,"nacionalitat":"n","observacions":"o","edat":30,"dataNaixement":"0",
               "representant":{"tipusIdentificador":{"clau":"NIF"},"identificador":"99999999R","nom":"n","cognom1":"c","fax":"f"}},
              {"tipusIdentificador":{"clau":"CIF"},"identificador":"P0828500I","raoSocial":"r","nom":"n","cognom1":"c","cognom2":"c",
               "nomVia":"n","numeroSuperior":"3","numeroInferior":"1","bloc":"b","portal":"p","escala":"e","pis":"p","porta":"p",
               "codiPostal":"08294","municipi":"m","provincia":"p","pais":"p"},
              {"tipusIdentificador":{"clau":"PAS"},"identificador":"XK12","nom":"n","cognom1":"c"}],
             "documents":{"ba51a9be-ad53-4fc4-ba90-53355456e2cf":{"uuid":"ba51a9be-ad53-4fc4-ba90-53355456e2cf","CSVSignatura":"c",
               "CSV":"c","dataAlta":0,"dataDocument":0,"descripcio":"d","estatElaboracio":{"clau":"EE01"},
               "formatFitxer":"application/pdf","hash":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","hashAlgoritme":"SHA256",
               "identificadorDocumentOrigen":"i","identificadorDocumentExtern":"i","nomFitxer":"n.pdf","nomNatural":"n",
               "origen":{"clau":"1"},"referenciaSignatura":"r","regulacioGeneracioCSVSignatura":"r","tamany":10,
               "tipusDocumental":{"clau":"TD14"},"tipusDocumentalSICRES":{"clau":"01"},"tipusSignatura":{"clau":"TF06"},
               "URLDocumentExtern":"u","tipusAssentament":"E","versioNTI":"v","identificador":"i","organ":"o","nivellAcces":{"clau":"E"},
               "classificacioENS":{"clau":"Alt"},"sensibilitatDadesCaracterPersonal":{"clau":"Alt"},"documentEssencial":true,
               "idioma":"ca_ES","codiClassificacio":"c","nomClassificacio":"n","codiSIA":"c","nomSIA":"n",
               "identificadorExpedientDesal":"i","codiINE":"0899990001","codiServei":"ETRAM","contingut":1,"interessat":["i"],
               "usuari":"u","identificadorExpedientExtern":"i","numeroRegistre":"n","infoAddicional":{"k":"v"}}},
             "registres":{
               "origen":{"unitatOrganica":{"dir3":"A09018933","nom":"CAOC"},"unitatTramitadora":{"codi":"c","nom":"n"},
                 "oficinaRegistre":{"dir3":"O00015791","dir3UnitatResponsable":"d","observacions":"o","horariAtencio":"h",
                   "diesInabils":"d","observacionsAdreca":"o","tipusOficina":"1","oficinaResponsable":{"dir3":"O00000009"},
                   "serveisOficina":[{"codi":"5","descripcio":"d"},{"clau":"6","descripcio":"d"}],"unitatsServides":["L01",{"dir3":"L02"}]},
                 "sarcat":{"urPK":"u","idCentreProcedencia":1,"idCentreDestinacio":2,"idCentreDestinacioInterna":3,
                   "idCentreDestinacioExterna":4}},
               "desti":{"unitatOrganica":{"dir3":"L01089999","ine10":"0899990001","nom":"n","dir3Pare":"d","cif":"c",
                   "codiExtern":"c","codiTipusVia":"c","tipusVia":"t","adressa":"a","numeroVia":"n","codiMunicipi":"c","nomMunicipi":"n",
                   "codiComarca":"c","nomComarca":"n","codiProvincia":"c","nomProvincia":"n","codiPostal":"c","codiComunitat":"c",
                   "nomComunitat":"n","codiPais":"c","nomPais":"n","codiAmbitTerritorial":"c","nomAmbitTerritorial":"n",
                   "codiEntitatGeografica":"c","nomEntitatGeografica":"n","codiNivellAdministracio":"c","nomNivellAdministracio":"n",
                   "codiTipusEntitatPublica":"c","nomTipusEntitatPublica":"n","codiTipusUnitatOrganica":"c","nomTipusUnitatOrganica":"n",
                   "oficinesAssociades":["O00000001",{"dir3":"O00000002"}],"dadesContacte":{"telefon":["9"]},
                   "unitatPare":{"dir3":"A09002970","nom":"n"}},
                 "unitatTramitadora":{"codi":"c","nom":"n"},"oficinaRegistre":{"dir3":"O00000001"},"sarcat":{"urPK":"u"}}},
             "instanciaGenerica":{"exposa":"e","solicita":"s"},
             "rebuts":{"rebutEntrada":"r"},
             "dadesLliures":{"factura":{"import":23778.25}}}
            """;

    private final TransactionReader reader = new TransactionReader(new UnitRule(TOWN, unit -> false));

    private MuxTransaction read(JsonNode transaction) {
        byte[] body = transaction.toString().getBytes(StandardCharsets.UTF_8);
        return reader.read(reader.open(body), body);
    }

    private static JsonNode whole() {
        try {
            return JSON.readTree(WHOLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pointers to everything that is not a container. */
    private static void leaves(JsonNode node, String pointer, List<String> found) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                leaves(field.getValue(), pointer + "/" + field.getKey(), found);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                leaves(array.get(i), pointer + "/" + i, found);
            }
        } else {
            found.add(pointer);
        }
    }

    private static List<String> leaves() {
        List<String> found = new ArrayList<>();
        leaves(whole(), "", found);
        return found;
    }

    private static JsonNode with(String pointer, JsonNode value) {
        JsonNode transaction = whole();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = transaction.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
        return transaction;
    }

    /** {@code /interessats/0/nom} as losses write it, {@code interessats[0].nom}; documents are told by their position. */
    private static String path(String pointer) {
        return pointer.substring(1)
                .replace("documents/ba51a9be-ad53-4fc4-ba90-53355456e2cf", "documents/0")
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.');
    }

    private static boolean isTold(List<MappingLoss> losses, String path) {
        return losses.stream()
                .map(MappingLoss::path)
                .anyMatch(lost -> path.equals(lost) || path.startsWith(lost + ".") || path.startsWith(lost + "["));
    }

    /** The names of contract mux 8, section by section, so that none is missing from the transaction above. */
    static Stream<Arguments> namesOfTheNote() {
        return Stream.of(
                names(
                        "8.1",
                        "",
                        "idTransaccio execucions tipus dataCreacio dataDarreraExecucio ttl control assumpte procediment"
                                + " instanciaGenerica dadesLliures registres interessats documents rebuts"),
                names(
                        "8.2",
                        "/control",
                        "aplicacio urlAplicacio observacionsApunt documentacioFisica indicadorProva usuari"
                                + " contacteUsuari tipusTransport numeroTransport identificadorIntercanvi numeroAssentamentIntercanvi tipusAnotacio"),
                names(
                        "8.3",
                        "/assumpte",
                        "resum observacions dataPresentacio codiAssumpteSegonsDesti referenciaExterna numeroExpedient"
                                + " numeroExpedientSegonsDesti codiFamilia nomFamilia codiProcediment nomProcediment codiSIA nomSIA codiTramit"
                                + " nomTramit"),
                names(
                        "8.4",
                        "/procediment",
                        "identificadorResolutor nomResolutor destinatari preuTasa inici efecteSilenci"
                                + " tipusProcediment fiViaAdministrativa rangNormativa numeroDisposicio titolNormativa materia canalAcces"
                                + " requisitsIdentificacio urlAccesFormulari terminiResolucio viaNotificacio"),
                names(
                        "8.5",
                        "/interessats/0",
                        "tipusIdentificador identificador informacioIdentificador dir3personaJuridica"
                                + " raoSocial nomSentit nom cognom1 cognom2 genere sexe codiMunicipi municipi codiProvincia provincia"
                                + " codiComunitatAutonoma comunitatAutonoma codiPais pais adressaCompleta nomVia numeroSuperior numeroInferior bloc"
                                + " portal escala pis porta codiPostal tipusVia email telefonFix telefonMobil fax adressaElectronicaHabilitada"
                                + " canalPreferentComunicacio consentimentConsulta consentimentLOPD nacionalitat observacions edat dataNaixement"
                                + " representant"),
                names(
                        "8.5",
                        "/interessats/0/informacioIdentificador",
                        "valid tipusIdentificador tipusPersona tipusEntitat" + " identificador provincia observacions"),
                names(
                        "8.6",
                        "/documents/ba51a9be-ad53-4fc4-ba90-53355456e2cf",
                        "uuid CSVSignatura CSV dataAlta dataDocument"
                                + " descripcio estatElaboracio formatFitxer hash hashAlgoritme identificadorDocumentOrigen"
                                + " identificadorDocumentExtern nomFitxer nomNatural origen referenciaSignatura regulacioGeneracioCSVSignatura"
                                + " tamany tipusDocumental tipusDocumentalSICRES tipusSignatura URLDocumentExtern tipusAssentament versioNTI"
                                + " identificador organ nivellAcces classificacioENS sensibilitatDadesCaracterPersonal documentEssencial idioma"
                                + " codiClassificacio nomClassificacio codiSIA nomSIA identificadorExpedientDesal codiINE codiServei contingut"
                                + " interessat usuari identificadorExpedientExtern numeroRegistre infoAddicional"),
                names("8.7", "/registres/desti", "unitatOrganica unitatTramitadora oficinaRegistre sarcat"),
                names(
                        "8.7",
                        "/registres/desti/unitatOrganica",
                        "dir3 dir3Pare ine10 nom cif codiExtern codiTipusVia tipusVia adressa"
                                + " numeroVia codiMunicipi nomMunicipi codiComarca nomComarca codiProvincia nomProvincia codiPostal"
                                + " codiComunitat nomComunitat codiPais nomPais codiAmbitTerritorial nomAmbitTerritorial"
                                + " codiEntitatGeografica nomEntitatGeografica codiNivellAdministracio nomNivellAdministracio"
                                + " codiTipusEntitatPublica nomTipusEntitatPublica codiTipusUnitatOrganica nomTipusUnitatOrganica"
                                + " dadesContacte oficinesAssociades unitatPare"),
                names(
                        "8.7",
                        "/registres/origen/oficinaRegistre",
                        "dir3 dir3UnitatResponsable observacions horariAtencio diesInabils"
                                + " observacionsAdreca tipusOficina serveisOficina unitatsServides oficinaResponsable"),
                names(
                        "8.7",
                        "/registres/origen/sarcat",
                        "urPK idCentreProcedencia idCentreDestinacio idCentreDestinacioInterna"
                                + " idCentreDestinacioExterna"),
                names("8.9", "/instanciaGenerica", "exposa solicita"));
    }

    private static Arguments names(String section, String pointer, String names) {
        return Arguments.of(section, pointer, List.of(names.split(" ", -1)));
    }

    @ParameterizedTest(name = "mux {0}: {1}")
    @MethodSource("namesOfTheNote")
    void every_name_of_the_note_is_tried_here(String section, String pointer, List<String> names) {
        assertThat(whole().at(pointer).fieldNames()).toIterable().containsAll(names);
    }

    static Stream<String> texts() {
        return leaves().stream()
                .filter(pointer -> whole().at(pointer).isTextual())
                .filter(pointer -> !NOT_KEPT.matcher(pointer).matches())
                .filter(pointer -> !Set.of("/idTransaccio", "/tipus").contains(pointer));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_a_field_says_is_in_the_entry_or_among_the_losses(String pointer) {
        MuxTransaction transaction;
        try {
            transaction = read(with(pointer, JSON.getNodeFactory().textNode(MARK)));
        } catch (MuxRefusedException refused) {
            return;
        }

        boolean kept = Stream.concat(everyText(transaction.draft()), transaction.application().stream())
                .anyMatch(text -> text.contains(MARK));
        assertThat(kept || isTold(transaction.losses(), path(pointer)))
                .as(pointer)
                .isTrue();
    }

    static Stream<Arguments> hostile() throws JsonProcessingException {
        JsonNode values = JSON.readTree("[null,true,-7,1e300,\"\",\" \",\"a\\u0000b\",\"\\u001b[31m\",\"\\ud800\",\""
                + "x".repeat(5000) + "\",[],{},[[\"x\"]],{\"clau\":[]},{\"clau\":\"a\\u0000b\"}]");
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String name = values.get(i).toString();
            all.add(Arguments.of(name.substring(0, Math.min(20, name.length())), values.get(i)));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_value_that_no_field_should_have_is_refused_or_made_harmless(String name, JsonNode value) {
        for (String pointer : leaves()) {
            Optional<MuxTransaction> transaction = Optional.empty();
            try {
                transaction = Optional.of(read(with(pointer, value)));
            } catch (MuxRefusedException refused) {
                // A clear answer.
            }
            transaction.ifPresent(read -> assertThat(everyText(read.draft()))
                    .as(pointer)
                    .noneMatch(text -> CONTROL.matcher(text).find()));
        }
    }

    private static Stream<String> everyText(EntryDraft draft) {
        Stream<String> own = Stream.of(
                        Optional.of(draft.extract()),
                        draft.procedure(),
                        draft.statement(),
                        draft.request(),
                        draft.externalReference(),
                        draft.unit().map(Dir3::value))
                .flatMap(Optional::stream);
        Stream<String> parties = draft.parties().stream()
                .flatMap(party -> Stream.concat(Stream.of(party), party.representative().stream()))
                .flatMap(party -> Stream.concat(
                        Stream.of(party.identity().value(), party.name().full()),
                        Stream.of(
                                        party.contact().email(),
                                        party.contact().mobile(),
                                        party.contact().postalAddress())
                                .flatMap(Optional::stream)));
        Stream<String> attachments = draft.attachments().stream().flatMap(EveryFieldTest::texts);
        return Stream.of(own, parties, attachments).flatMap(all -> all);
    }

    private static Stream<String> texts(Attachment attachment) {
        return Stream.concat(
                Stream.of(
                        attachment.name(),
                        attachment.title(),
                        attachment.mediaType().value()),
                attachment.reference().stream());
    }

    @Test
    void the_whole_transaction_is_read() {
        MuxTransaction transaction = read(whole());

        assertThat(transaction.draft().parties()).hasSize(4);
        assertThat(transaction.draft().attachments()).hasSize(1);
    }
}
