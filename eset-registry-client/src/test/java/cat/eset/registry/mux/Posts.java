package cat.eset.registry.mux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** MUX as far as it posts: the bytes it is told to, with a token. */
final class Posts {

    /** The minimal request of contract mux 7.1, for the town hall of these tests. */
    static final String MINIMAL = """
            {
              "idTransaccio": "0ba6-8133-af41-6006",
              "execucions": 0,
              "tipus": "E",
              "dataCreacio": 1709282100000,
              "control": {
                "aplicacio": "eTRAM",
                "documentacioFisica": { "clau": "3", "descripcio": "Sense documentació física" },
                "indicadorProva": { "clau": "0", "descripcio": "Transacció real" },
                "usuari": "00000000T"
              },
              "assumpte": { "resum": "Sol·licitud de llicència d'obres menors", "dataPresentacio": 1709282095000, "codiProcediment": "LLIC-OBR" },
              "registres": { "desti": { "unitatOrganica": {
                  "dir3": "L01089999", "ine10": "0899990001", "nom": "Ajuntament d'Exemple", "oficinesAssociades": ["O00000001"] } } },
              "interessats": [ {
                  "tipusIdentificador": { "clau": "NIF", "muxv2": "NIF", "eacat": "07", "descripcio": "Número d'Identificació Fiscal" },
                  "identificador": "00000000T",
                  "informacioIdentificador": { "valid": true, "tipusIdentificador": "NIF", "tipusPersona": "F", "tipusEntitat": "Persona física", "identificador": "00000000T" },
                  "nom": "Maria", "cognom1": "Exemple",
                  "representant": { "tipusIdentificador": { "clau": "NIF" }, "identificador": "99999999R", "nom": "Pere", "cognom1": "Prova" } } ],
              "documents": { "ba51a9be-ad53-4fc4-ba90-53355456e2cf": {
                  "uuid": "ba51a9be-ad53-4fc4-ba90-53355456e2cf", "nomFitxer": "instancia.pdf", "nomNatural": "Instància",
                  "formatFitxer": "application/pdf", "tamany": 48213,
                  "hash": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "hashAlgoritme": "SHA256",
                  "tipusDocumentalSICRES": { "clau": "01", "descripcio": "Formulari" },
                  "codiINE": "0899990001", "codiServei": "ETRAM", "contingut": 1 } },
              "instanciaGenerica": { "exposa": "Exposo que...", "solicita": "Sol·licito que..." },
              "ttl": 20
            }
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI uri;

    Posts(URI uri) {
        this.uri = uri;
    }

    static String minimal(String id) {
        return MINIMAL.replace("0ba6-8133-af41-6006", id);
    }

    static String goodToken() {
        return Tokens.likeMux(Instant.now().getEpochSecond());
    }

    HttpResponse<String> send(String token, byte[] body) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .header("Accept-Encoding", "gzip, deflate")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String post(String body) {
        HttpResponse<String> response = send(goodToken(), body.getBytes(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new AssertionError("HTTP " + response.statusCode());
        }
        return response.body();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
