package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Errors of one request, by the published numbers (contract enotum 14); the texts are ours. */
final class NtErrors {

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(101, "El missatge no compleix l'esquema"),
            Map.entry(103, "Error genèric en executar l'operació"),
            Map.entry(104, "L'ens autoritzat a la PCI no pot operar per a l'organisme indicat"),
            Map.entry(501, "Operació desconeguda o no implementada"),
            Map.entry(502, "El rol no té privilegis per a aquesta operació"),
            Map.entry(503, "Tipus d'accés no autoritzat per a aquesta petició"),
            Map.entry(504, "L'organisme o departament no existeix"),
            Map.entry(505, "L'ens no pot informar documents per URL"),
            Map.entry(613, "Bústia de correu amb format incorrecte"),
            Map.entry(614, "CIF incorrecte"),
            Map.entry(615, "NIF incorrecte"),
            Map.entry(616, "Passaport incorrecte"),
            Map.entry(617, "Cal informar el país del passaport"),
            Map.entry(618, "País del passaport incorrecte"),
            Map.entry(619, "VAT incorrecte"),
            Map.entry(620, "Cal informar el país del VAT"),
            Map.entry(621, "País del VAT incorrecte"),
            Map.entry(627, "Cal informar el departament"),
            Map.entry(629, "Cal informar l'identificador de l'emissor"),
            Map.entry(630, "Telèfon amb format incorrecte"),
            Map.entry(701, "El destinatari no té bústia ni telèfon"),
            Map.entry(702, "Cal informar el nom del destinatari"),
            Map.entry(703, "Cal informar el primer cognom del destinatari"),
            Map.entry(705, "Cal informar la raó social del destinatari"),
            Map.entry(706, "Una persona jurídica sempre és obligada"),
            Map.entry(707, "La persona d'avís no té bústia ni telèfon"),
            Map.entry(708, "Només hi pot haver un titular"),
            Map.entry(713, "Cal informar el document identificatiu"),
            Map.entry(716, "La data de registre és futura o massa antiga"),
            Map.entry(717, "Cal informar el número de registre"),
            Map.entry(718, "Cal informar la referència"),
            Map.entry(720, "El destinatari és una administració pública"),
            Map.entry(721, "La referència ha de tenir entre 3 i 250 caràcters"),
            Map.entry(723, "Una comunicació no pot tenir el canal PAPER"),
            Map.entry(725, "El nom té més de 50 caràcters"),
            Map.entry(726, "El primer cognom té més de 50 caràcters"),
            Map.entry(727, "El segon cognom té més de 50 caràcters"),
            Map.entry(728, "L'expedient ha de tenir entre 3 i 50 caràcters"),
            Map.entry(729, "L'expedient ha de tenir entre 3 i 34 caràcters"),
            Map.entry(730, "El tràmit ha de tenir entre 3 i 50 caràcters"),
            Map.entry(911, "Tipus de fitxer no permès"),
            Map.entry(912, "El document referenciat no existeix"),
            Map.entry(913, "Cal informar el codi de càrrega del document"),
            Map.entry(914, "El document supera la mida màxima"),
            Map.entry(918, "Cal informar el resum del document"),
            Map.entry(922, "Hi ha d'haver exactament un document de resolució"),
            Map.entry(923, "El resum no coincideix amb el document rebut"),
            Map.entry(924, "El document és massa gran per anar dins del missatge"),
            Map.entry(925, "El nom del document té més de 100 caràcters"),
            Map.entry(926, "No es pot generar l'evidència en l'idioma demanat"),
            Map.entry(1003, "El cos de la notificació és buit"),
            Map.entry(1005, "El títol ha de tenir entre 3 i 100 caràcters"),
            Map.entry(1006, "Cal informar el títol"),
            Map.entry(1007, "Massa dies d'expiració"),
            Map.entry(1008, "Massa dies d'avís"),
            Map.entry(1010, "La notificació no existeix"),
            Map.entry(1011, "SenseRegistre i DadesRegistre són incompatibles"),
            Map.entry(1012, "SenseRegistre només és vàlid per a comunicacions"),
            Map.entry(1013, "L'oficina de registre ha de ser numèrica"),
            Map.entry(1014, "La unitat organitzativa ha de ser numèrica"),
            Map.entry(1015, "La notificació no és visible per a l'ens"),
            Map.entry(1032, "No accessible amb nivell BAIX"),
            Map.entry(1038, "No es poden barrejar notificacions i comunicacions"),
            Map.entry(1039, "El nom del document té accents"),
            Map.entry(1041, "El canvi de canal només és possible en notificacions en paper"),
            Map.entry(1042, "El canvi a canal digital necessita bústia o telèfon"),
            Map.entry(1043, "Una persona jurídica no pot canviar de canal"),
            Map.entry(1047, "L'usuari no pot practicar aquesta notificació"),
            Map.entry(1049, "No accessible amb nivell SUBSTANCIAL"),
            Map.entry(1050, "Token d'accés VALId no vàlid"),
            Map.entry(1100, "L'etiqueta no existeix"),
            Map.entry(1202, "L'element no és de tipus notificació"),
            Map.entry(3001, "Cal informar la tramesa"),
            Map.entry(3002, "Cal informar l'identificador de la notificació"),
            Map.entry(3003, "La notificació ja ha estat acceptada o rebutjada"),
            Map.entry(3004, "La notificació està en estat d'error"),
            Map.entry(3005, "La notificació encara no està dipositada"),
            Map.entry(3009, "Cal informar les dades de cerca"),
            Map.entry(3010, "La notificació no pertany al destinatari"),
            Map.entry(3014, "Criteris de persona no permesos per a aquest rol"),
            Map.entry(3015, "Cal informar la data de l'informe"),
            Map.entry(3016, "Camp d'ordenació incorrecte"),
            Map.entry(3020, "L'estat no permet obtenir evidències"),
            Map.entry(3021, "El back office no existeix"),
            Map.entry(3035, "La notificació encara no s'ha practicat"),
            Map.entry(3036, "Cal un back office vàlid per obtenir el resum"),
            Map.entry(3037, "La notificació ja ha estat rebutjada pel sistema"),
            Map.entry(3038, "La notificació ja està anul·lada"),
            Map.entry(3103, "Estat de cerca incorrecte"),
            Map.entry(3104, "L'evidència PDF encara no s'ha generat"));

    private final List<Integer> codes = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    static String text(int code) {
        return TEXTS.getOrDefault(code, "Error " + code);
    }

    /** One error with its own text. */
    void add(int code) {
        add(code, "");
    }

    /** One error with a remark after its text. */
    void add(int code, String remark) {
        codes.add(code);
        messages.add(text(code) + (remark.isEmpty() ? "" : ": " + remark));
    }

    void addUnless(boolean good, int code) {
        if (!good) {
            add(code);
        }
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    boolean has(int code) {
        return codes.contains(code);
    }

    /** Ends the reading of a request when anything was found. */
    void throwIfAny() throws NtRefusal {
        if (!codes.isEmpty()) {
            throw new NtRefusal(this);
        }
    }

    /** Refuses what has other children than its content model. */
    static void shape(Element e, Shape shape) throws NtRefusal {
        Optional<String> fault = shape.fault(e);
        if (fault.isPresent()) {
            throw refusal(101, fault.get());
        }
    }

    static NtRefusal refusal(int code) {
        NtErrors errors = new NtErrors();
        errors.add(code);
        return new NtRefusal(errors);
    }

    static NtRefusal refusal(int code, String remark) {
        NtErrors errors = new NtErrors();
        errors.add(code, remark);
        return new NtRefusal(errors);
    }

    void write(XmlText x) {
        x.open("Errors");
        for (int i = 0; i < codes.size(); i++) {
            x.open("Error")
                    .leaf("CodiError", String.valueOf(codes.get(i)))
                    .leaf("MissatgeError", messages.get(i))
                    .close();
        }
        x.close();
    }

    @Override
    public String toString() {
        return codes + " " + messages;
    }
}
