package cat.eset.testkit.internal.signador;

import cat.eset.core.Secret;
import cat.eset.testkit.internal.json.Json;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.signador.SignadorTask;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applications, jobs and the person. Time is the virtual clock's. */
public final class SignadorEngine implements SignadorDesk {

    private final Clock clock;
    private final HttpClient http;
    private final Person person;
    private final Map<String, Secret> applications = new ConcurrentHashMap<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, byte[]> disk = new LinkedHashMap<>();

    /**
     * An engine without applications.
     *
     * @param stamps makes a time stamp token over a SHA-256 digest
     * @param revoked what the Validador says of a certificate, if it is asked
     */
    public SignadorEngine(
            Clock clock, HttpClient http, UnaryOperator<byte[]> stamps, Predicate<X509Certificate> revoked) {
        this.clock = clock;
        this.http = http;
        this.person = new Person(clock, stamps, revoked);
    }

    @Override
    public void register(String domain, Secret key) {
        applications.put(domain, key);
    }

    /** The key of an application; null if the domain is not registered. */
    @Nullable Secret keyOf(String domain) {
        return applications.get(domain);
    }

    Clock clock() {
        return clock;
    }

    synchronized String create(String domain) {
        Job job = new Job(UUID.randomUUID().toString(), domain, clock.instant());
        jobs.put(job.token, job);
        return job.token;
    }

    synchronized void start(String origin, String body) throws JobRefusal {
        Map<String, @Nullable Object> json = json(body);
        Job job = of(origin, Json.string(json, "token"));
        if (job.state != Job.State.CREATED) {
            throw new JobRefusal("El procés ja s'ha iniciat");
        }
        Map<String, byte[]> documents = new LinkedHashMap<>();
        job.order = Order.read(json, documents);
        job.documents.putAll(documents);
        job.request = body.replaceAll("(\"(?:document_to_sign|hash_a_xifrar)\":\")[^\"]*", "$1...");
        job.started = clock.instant();
        job.state = Job.State.WAITING;
    }

    synchronized void add(String origin, String body) throws JobRefusal {
        Map<String, @Nullable Object> json = json(body);
        Job job = of(origin, Json.string(json, "token_id"));
        expire(job);
        if (job.state != Job.State.WAITING || !job.order.multiple()) {
            throw new JobRefusal("No es poden afegir documents a aquest procés");
        }
        job.order.put(job.documents, Json.string(json, "doc_name"), Json.string(json, "document_to_sign"));
    }

    /** The body of {@code getSignature}; the address serves results that do not come inline. */
    synchronized Map<String, @Nullable Object> result(String domain, String token, URI download) throws JobRefusal {
        Job job = of(domain, token);
        expire(job);
        Map<String, @Nullable Object> answer = answer(job, download);
        answer.put("urlRedirect", job.sentBackTo.isEmpty() ? null : job.sentBackTo);
        return answer;
    }

    /** The bytes behind the address of a result. */
    synchronized byte[] download(String domain, String token) throws JobRefusal {
        return of(domain, token).result.clone();
    }

    private static Map<String, @Nullable Object> answer(Job job, URI download) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        boolean signed = job.state == Job.State.SIGNED;
        answer.put("status", signed ? "OK" : "KO");
        answer.put("token", job.token);
        if (signed) {
            answer.put(
                    "signResult",
                    job.order.inline()
                            ? Base64.getEncoder().encodeToString(job.result)
                            : download + "?identificador=" + job.token);
            answer.put("type", job.type);
        } else {
            answer.put("signResult", null);
            answer.put("error", job.error);
        }
        return answer;
    }

    @Override
    public void putOnDisk(String path, byte[] content) {
        synchronized (this) {
            disk.put(path, content.clone());
        }
    }

    @Override
    public void sign(String token, TestIdentity who) {
        finish(token, who, false);
    }

    @Override
    public void signSomethingElse(String token, TestIdentity who) {
        finish(token, who, true);
    }

    @Override
    public void refuse(String token) {
        Job job;
        synchronized (this) {
            job = waiting(token);
            job.state = Job.State.REFUSED;
            job.error = "L'usuari ha cancel·lat el procés de signatura";
        }
        goBack(job);
    }

    @Override
    public synchronized List<SignadorTask> tasks() {
        jobs.values().forEach(this::expire);
        return jobs.values().stream()
                .filter(job -> job.state != Job.State.CREATED)
                .map(job -> new SignadorTask(
                        job.token,
                        job.order.mode() == 0 ? job.order.work() : Integer.toString(job.order.mode()),
                        job.names(),
                        job.request,
                        job.state.name(),
                        job.sentBackTo,
                        job.callback))
                .toList();
    }

    private void finish(String token, TestIdentity who, boolean somethingElse) {
        Job job;
        synchronized (this) {
            job = waiting(token);
            try {
                Person.Signed signed = person.sign(job.order, fetched(job, somethingElse), who);
                job.result = signed.bytes;
                job.type = signed.type;
                job.state = Job.State.SIGNED;
            } catch (JobRefusal e) {
                job.state = Job.State.REFUSED;
                job.error = String.valueOf(e.getMessage());
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the person's program failed", e);
            }
        }
        goBack(job);
    }

    /** Documents given by address are fetched when the person signs, and files of the person's disk are read then. */
    private Map<String, byte[]> fetched(Job job, boolean somethingElse) throws IOException, JobRefusal {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        if (job.order.isOnDisk()) {
            for (Map.Entry<String, byte[]> source : job.documents.entrySet()) {
                read(job.order, source.getKey(), new String(source.getValue(), StandardCharsets.UTF_8), documents);
            }
            return documents;
        }
        for (Map.Entry<String, byte[]> document : job.documents.entrySet()) {
            byte[] content = job.order.documentType() == Order.ADDRESS
                    ? get(URI.create(new String(document.getValue(), StandardCharsets.UTF_8)))
                    : document.getValue();
            documents.put(document.getKey(), somethingElse ? Person.otherThan(job.order, content) : content);
        }
        return documents;
    }

    private void read(Order order, String name, String path, Map<String, byte[]> documents) throws JobRefusal {
        int before = documents.size();
        disk.forEach((file, content) -> {
            if (order.documentType() == Order.FILE && file.equals(path)) {
                documents.put(name, content);
            } else if (order.documentType() == Order.FOLDER && file.startsWith(path + "/")) {
                documents.put(file.substring(path.length() + 1), content);
            }
        });
        if (documents.size() == before) {
            throw new JobRefusal("No s'ha trobat el fitxer");
        }
    }

    private byte[] get(URI address) throws IOException {
        return exchange(HttpRequest.newBuilder(address).GET().build()).body();
    }

    /** Sends the browser to the application, or announces the end to it: once, whatever it answers (contract 4). */
    private void goBack(Job job) {
        if (!job.order.redirect().isEmpty()) {
            String separator = job.order.redirect().contains("?") ? "&" : "?";
            synchronized (this) {
                job.sentBackTo = job.domain + job.order.redirect() + separator + "token_id=" + job.token;
            }
            return;
        }
        Map<String, @Nullable Object> body;
        synchronized (this) {
            body = answer(job, URI.create(job.domain));
        }
        HttpRequest post = HttpRequest.newBuilder(URI.create(job.domain + job.order.callback()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        int status;
        try {
            status = exchange(post).statusCode();
        } catch (IOException e) {
            status = -1; // the announcement is not repeated
        }
        synchronized (this) {
            job.callback = status;
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Job waiting(String token) {
        Job job = jobs.get(token);
        if (job == null) {
            throw new NoSuchElementException("no job " + token);
        }
        expire(job);
        if (job.state != Job.State.WAITING) {
            throw new IllegalStateException("the job is " + job.state + " and waits for nobody");
        }
        return job;
    }

    private void expire(Job job) {
        if (job.state == Job.State.WAITING && clock.instant().isAfter(job.started.plus(Job.SIGNING_TIME))) {
            job.state = Job.State.EXPIRED;
            job.error = "S'ha superat el temps màxim de signatura";
        }
    }

    private Job of(String domain, String token) throws JobRefusal {
        Job job = jobs.get(token);
        if (job == null || !job.domain.equals(domain) || clock.instant().isAfter(job.created.plus(Job.KEPT))) {
            throw new JobRefusal("No existeix el procés de signatura");
        }
        return job;
    }

    private static Map<String, @Nullable Object> json(String body) throws JobRefusal {
        try {
            return Json.readObject(body);
        } catch (IllegalArgumentException e) {
            throw new JobRefusal("Petició mal formada");
        }
    }
}
