package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.signature.SignaturePolicy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a person is asked to sign. It is checked when built, so that the Signador never has to refuse it. Immutable. */
public final class SignadorJob {

    private static final int MOST_DOCUMENTS = 25;
    private static final int MOST_HASHES = 50;
    private static final long LARGEST_DOCUMENT = 5L * 1024 * 1024;

    private final SignadorMode mode;
    private final Delivery delivery;
    private final Map<String, DocumentContent> documents;
    private final Optional<String> description;
    private final Optional<PdfAppearance> appearance;
    private final CertificateFilter certificates;
    private final Optional<String> claimedRole;
    private final Optional<SignaturePolicy> policy;
    private final Optional<String> commitment;
    private final Optional<URI> timeStamps;
    private final Map<String, URI> addresses;
    private final boolean keyInfoProtected;
    private final boolean resultByAddress;

    private SignadorJob(Builder builder) {
        this.mode = builder.mode;
        this.delivery = builder.delivery;
        this.documents = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(builder.documents));
        this.description = builder.description;
        this.appearance = builder.appearance;
        this.certificates = builder.certificates;
        this.claimedRole = builder.claimedRole;
        this.policy = builder.policy;
        this.commitment = builder.commitment;
        this.timeStamps = builder.timeStamps;
        this.addresses = Map.copyOf(builder.addresses);
        this.keyInfoProtected = builder.keyInfoProtected;
        this.resultByAddress = builder.resultByAddress;
    }

    /**
     * Starts a job.
     *
     * @param mode kind of signature
     * @param delivery how its end is learnt
     * @param name name of the first document, without {@code ;}
     * @param document the first document
     */
    public static Builder builder(SignadorMode mode, Delivery delivery, String name, DocumentContent document) {
        return new Builder(mode, delivery).document(name, document);
    }

    /** Kind of signature. */
    public SignadorMode mode() {
        return mode;
    }

    /** How its end is learnt. */
    public Delivery delivery() {
        return delivery;
    }

    /** The documents by name, in order. */
    public Map<String, DocumentContent> documents() {
        return documents;
    }

    /** Text shown to the person. */
    public Optional<String> description() {
        return description;
    }

    /** How a PDF signature looks. */
    public Optional<PdfAppearance> appearance() {
        return appearance;
    }

    /** Which certificates may sign. */
    public CertificateFilter certificates() {
        return certificates;
    }

    /** The role that the signer claims. */
    public Optional<String> claimedRole() {
        return claimedRole;
    }

    /** The signature policy to declare. */
    public Optional<SignaturePolicy> policy() {
        return policy;
    }

    /** What the signer commits to, as the service is to be told. */
    public Optional<String> commitment() {
        return commitment;
    }

    /** The time stamp authority that the person's program asks. */
    public Optional<URI> timeStamps() {
        return timeStamps;
    }

    /** Where the person's program fetches the documents; empty when they are sent. */
    public Map<String, URI> addresses() {
        return addresses;
    }

    /** Whether an XML signature covers its {@code KeyInfo}. */
    public boolean isKeyInfoProtected() {
        return keyInfoProtected;
    }

    /** Whether the result is fetched from an address instead of coming in the answer. */
    public boolean isResultByAddress() {
        return resultByAddress;
    }

    /** Mode and number of documents. */
    @Override
    public String toString() {
        return "SignadorJob[" + mode + ", " + documents.size() + " documents]";
    }

    /** Builds a {@link SignadorJob}; not thread-safe. */
    public static final class Builder {
        private final SignadorMode mode;
        private final Delivery delivery;
        private final Map<String, DocumentContent> documents = new LinkedHashMap<>();
        private Optional<String> description = Optional.empty();
        private Optional<PdfAppearance> appearance = Optional.empty();
        private CertificateFilter certificates = CertificateFilter.any();
        private Optional<String> claimedRole = Optional.empty();
        private Optional<SignaturePolicy> policy = Optional.empty();
        private Optional<String> commitment = Optional.empty();
        private Optional<URI> timeStamps = Optional.empty();
        private Map<String, URI> addresses = Map.of();
        private boolean keyInfoProtected;
        private boolean resultByAddress;

        private Builder(SignadorMode mode, Delivery delivery) {
            this.mode = Objects.requireNonNull(mode, "mode");
            if (mode.shape() == SignadorMode.Shape.NONE) {
                throw InvalidValueException.of("SignadorJob", "a mode with documents; the others are SignadorKey's");
            }
            this.delivery = Objects.requireNonNull(delivery, "delivery");
        }

        /** One more document: at most 25, or 50 when only digests are sent. */
        public Builder document(String name, DocumentContent document) {
            if (name.isBlank() || name.contains(";")) {
                throw InvalidValueException.of("SignadorJob", "a document name that is not blank and has no ;");
            }
            if (documents.putIfAbsent(name, document) != null) {
                throw InvalidValueException.of("SignadorJob", "names that are all different");
            }
            int most = mode.isOverHash() ? MOST_HASHES : MOST_DOCUMENTS;
            if (documents.size() > most) {
                throw InvalidValueException.of("SignadorJob", "at most " + most + " documents in this mode");
            }
            return this;
        }

        /** Text shown to the person. */
        public Builder description(String text) {
            this.description = Optional.of(text);
            return this;
        }

        /** How the signature looks; for PDF modes only. */
        public Builder appearance(PdfAppearance value) {
            if (!mode.isPdf()) {
                throw InvalidValueException.of("SignadorJob", "an appearance only for PDF modes");
            }
            this.appearance = Optional.of(value);
            return this;
        }

        /** Which certificates may sign; any when not said. */
        public Builder certificates(CertificateFilter value) {
            this.certificates = Objects.requireNonNull(value, "certificates");
            return this;
        }

        /** The role that the signer claims. */
        public Builder claimedRole(String role) {
            this.claimedRole = Optional.of(role);
            return this;
        }

        /** Declares a signature policy. */
        public Builder policy(SignaturePolicy value) {
            this.policy = Optional.of(value);
            return this;
        }

        /** What the signer commits to; its syntax is not documented (signador 4.6), so it goes as it is. */
        public Builder commitment(String identifier) {
            this.commitment = Optional.of(identifier);
            return this;
        }

        /** The time stamp authority of modes with time stamp; the service's own when not said. */
        public Builder timeStamps(URI authority) {
            if (!mode.isStamped()) {
                throw InvalidValueException.of("SignadorJob", "a time stamp authority only for modes with time stamp");
            }
            this.timeStamps = Optional.of(authority);
            return this;
        }

        /**
         * The documents are not sent: the person's program fetches them.
         *
         * @param fetchedFrom an address per document name, all of them, that the person's machine can reach
         */
        public Builder addresses(Map<String, URI> fetchedFrom) {
            if (mode.isOverHash()) {
                throw InvalidValueException.of("SignadorJob", "addresses only for modes that need the document");
            }
            this.addresses = Map.copyOf(fetchedFrom);
            return this;
        }

        /** An XML signature also covers its {@code KeyInfo}. */
        public Builder protectKeyInfo() {
            this.keyInfoProtected = true;
            return this;
        }

        /** The result is fetched from an address instead of coming in the answer. */
        public Builder resultByAddress() {
            this.resultByAddress = true;
            return this;
        }

        /** The job. */
        public SignadorJob build() {
            if (!addresses.isEmpty() && !addresses.keySet().equals(documents.keySet())) {
                throw InvalidValueException.of("SignadorJob", "an address for each document, or for none");
            }
            boolean sent = !mode.isOverHash() && addresses.isEmpty();
            if (sent && documents.values().stream().anyMatch(document -> document.length() > LARGEST_DOCUMENT)) {
                throw InvalidValueException.of("SignadorJob", "documents of at most 5 MB; sign larger ones by hash");
            }
            return new SignadorJob(this);
        }
    }
}
