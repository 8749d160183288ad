package cat.eset.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One connection that posts transactions, with as little work of its own as possible. */
final class MuxSender implements AutoCloseable {

    static final String SECRET = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w";

    private static final String TRANSACTION = """
            {"idTransaccio":"@@@@-@@@@-0000-0001","execucions":0,"tipus":"E","dataCreacio":1709282100000,
             "control":{"aplicacio":"eTRAM","indicadorProva":{"clau":"0","descripcio":"Transacció real"},"usuari":"00000000T"},
             "assumpte":{"resum":"Sol·licitud de llicència d'obres menors","dataPresentacio":1709282095000,"codiProcediment":"LLIC-OBR"},
             "registres":{"desti":{"unitatOrganica":{"dir3":"L01089999","ine10":"0899990001","nom":"Ajuntament d'Exemple"}}},
             "interessats":[{"tipusIdentificador":{"clau":"NIF"},"identificador":"00000000T","nom":"Maria","cognom1":"Exemple",
               "representant":{"tipusIdentificador":{"clau":"NIF"},"identificador":"99999999R","nom":"Pere","cognom1":"Prova"}}],
             "documents":{"ba51a9be-ad53-4fc4-ba90-53355456e2cf":{"uuid":"ba51a9be-ad53-4fc4-ba90-53355456e2cf",
               "nomFitxer":"instancia.pdf","nomNatural":"Instància","formatFitxer":"application/pdf","tamany":48213,
               "hash":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","hashAlgoritme":"SHA256","contingut":1}},
             "instanciaGenerica":{"exposa":"Exposo que...","solicita":"Sol·licito que..."},"ttl":20,
             "dadesLliures":[$$]}
            """;

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final int idAt;

    MuxSender(int port, int size) throws Exception {
        this.socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        byte[] body = body(size);
        String head =
                "POST /registre HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        this.request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        this.idAt = new String(request, StandardCharsets.ISO_8859_1).indexOf("@@@@");
    }

    /** Fills with free data, as an e-invoice would, up to the size. */
    private static byte[] body(int size) {
        StringBuilder free = new StringBuilder("{\"linia\":0}");
        int bare = TRANSACTION.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 1; bare + free.length() < size; i++) {
            free.append(",{\"linia\":").append(i).append(",\"concepte\":\"Subministrament\",\"import\":23778.25}");
        }
        return TRANSACTION.replace("$$", free).getBytes(StandardCharsets.UTF_8);
    }

    void send(int id) throws IOException {
        byte[] digits =
                String.format(Locale.ROOT, "%04x-%04x", id >>> 16, id & 0xffff).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, request, idAt, digits.length);
        OutputStream out = socket.getOutputStream();
        out.write(request);
        if (!readAnswer().startsWith("{\"resultat\":true")) {
            throw new IOException("no number");
        }
    }

    private String readAnswer() throws IOException {
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String token() throws Exception {
        long now = Instant.now().getEpochSecond();
        String signed = part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                + part("{\"iss\":\"MUX\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
