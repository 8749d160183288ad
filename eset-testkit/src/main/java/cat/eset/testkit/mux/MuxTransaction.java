package cat.eset.testkit.mux;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction that MUX posts: an application with its subject, interested persons and documents (contract mux 8).
 * Values are invented ones. Immutable; {@link #raw} gives full control of the JSON.
 */
public final class MuxTransaction {

    private final String id;
    private final String leg;
    private final Optional<String> raw;
    private final String subject;
    private final Optional<Instant> presented;
    private final String application;
    private final boolean test;
    private final String exposes;
    private final String requests;
    private final List<Person> persons;
    private final List<Attachment> documents;
    private final int padding;

    private MuxTransaction(Builder b, Optional<String> raw) {
        this.id = b.id;
        this.leg = b.leg;
        this.raw = raw;
        this.subject = b.subject;
        this.presented = b.presented;
        this.application = b.application;
        this.test = b.test;
        this.exposes = b.exposes;
        this.requests = b.requests;
        this.persons = List.copyOf(b.persons);
        this.documents = List.copyOf(b.documents);
        this.padding = b.padding;
    }

    /** An entry of a citizen with this subject. The id has the form {@code 0ba6-8133-af41-6006}. */
    public static Builder entry(String id, String subject) {
        return new Builder(id, "E", subject);
    }

    /** An exit with this subject. */
    public static Builder exit(String id, String subject) {
        return new Builder(id, "S", subject);
    }

    /** Exactly this JSON, right or wrong; id and leg only say what the simulator believes it posts. */
    public static MuxTransaction raw(String id, String leg, String json) {
        return new MuxTransaction(new Builder(id, leg, "raw"), Optional.of(Objects.requireNonNull(json, "json")));
    }

    /** {@code idTransaccio}. */
    public String id() {
        return id;
    }

    /** {@code tipus}. */
    public String leg() {
        return leg;
    }

    /** The JSON to post instead of a generated one. */
    public Optional<String> rawJson() {
        return raw;
    }

    /** {@code assumpte.resum}. */
    public String subject() {
        return subject;
    }

    /** {@code assumpte.dataPresentacio}; empty: the time of the virtual clock when it is posted. */
    public Optional<Instant> presented() {
        return presented;
    }

    /** {@code control.aplicacio}. */
    public String application() {
        return application;
    }

    /** {@code control.indicadorProva}. */
    public boolean isTest() {
        return test;
    }

    /** {@code instanciaGenerica.exposa}. */
    public String exposes() {
        return exposes;
    }

    /** {@code instanciaGenerica.solicita}. */
    public String requests() {
        return requests;
    }

    /** {@code interessats}. */
    public List<Person> persons() {
        return persons;
    }

    /** {@code documents}. */
    public List<Attachment> documents() {
        return documents;
    }

    /** Extra bytes of unknown fields, to make the message as big as the real ones. */
    public int padding() {
        return padding;
    }

    /**
     * An interested person.
     *
     * @param nif tax number
     * @param givenName name, or company name of a legal person
     * @param surname first surname; empty for a legal person
     * @param email e-mail; may be empty
     * @param representative who acts for them
     */
    public record Person(String nif, String givenName, String surname, String email, Optional<Person> representative) {

        /** A natural person without representative. */
        public static Person of(String nif, String givenName, String surname) {
            return new Person(nif, givenName, surname, "", Optional.empty());
        }
    }

    /**
     * A document that lies in the shared document store.
     *
     * @param uuid its id there
     * @param fileName {@code nomFitxer}
     * @param mediaType {@code formatFitxer}
     * @param length bytes
     * @param sha256Base64 {@code hash}
     */
    public record Attachment(String uuid, String fileName, String mediaType, long length, String sha256Base64) {}

    /** Collects the optional parts. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String leg;
        private final String subject;
        private final List<Person> persons = new ArrayList<>();
        private final List<Attachment> documents = new ArrayList<>();
        private Optional<Instant> presented = Optional.empty();
        private String application = "eTRAM";
        private String exposes = "Exposo que...";
        private String requests = "Sol·licito que...";
        private boolean test;
        private int padding;

        private Builder(String id, String leg, String subject) {
            this.id = Objects.requireNonNull(id, "id");
            this.leg = Objects.requireNonNull(leg, "leg");
            this.subject = Objects.requireNonNull(subject, "subject");
        }

        /** The instant of presentation; default: the virtual clock when it is posted. */
        public Builder presented(Instant instant) {
            this.presented = Optional.of(instant);
            return this;
        }

        /** The sending application; default {@code eTRAM}. */
        public Builder application(String name) {
            this.application = Objects.requireNonNull(name, "name");
            return this;
        }

        /** One more interested person. */
        public Builder person(Person person) {
            persons.add(Objects.requireNonNull(person, "person"));
            return this;
        }

        /** One more document. */
        public Builder document(Attachment document) {
            documents.add(Objects.requireNonNull(document, "document"));
            return this;
        }

        /** The text of the application. */
        public Builder statement(String exposesText, String requestsText) {
            this.exposes = Objects.requireNonNull(exposesText, "exposesText");
            this.requests = Objects.requireNonNull(requestsText, "requestsText");
            return this;
        }

        /** Marks it as a test, whose number must lie outside the real sequence. */
        public Builder test() {
            this.test = true;
            return this;
        }

        /** Adds about so many bytes of fields that the contract does not name. */
        public Builder padding(int bytes) {
            this.padding = bytes;
            return this;
        }

        /** The transaction. */
        public MuxTransaction build() {
            return new MuxTransaction(this, Optional.empty());
        }
    }
}
