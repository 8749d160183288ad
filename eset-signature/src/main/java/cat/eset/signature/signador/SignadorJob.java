package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.signature.SignaturePolicy;
import cat.eset.signature.signador.SignadorMode.Shape;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a person is asked to sign. It is checked when built, so that the Signador never has to refuse it. Immutable.
 *
 * <p>Which method writes which parameter of the service is in {@code docs/signador.md}.
 */
public final class SignadorJob {

    private static final int MOST_DOCUMENTS = 25;
    private static final int MOST_HASHES = 50;
    private static final Set<String> POLICY_DIGESTS = Set.of("SHA-1", "SHA-256", "SHA-512");
    private static final long LARGEST_DOCUMENT = 5L * 1024 * 1024;

    private final Builder settings;
    private final Map<String, DocumentContent> documents;

    private SignadorJob(Builder checked) {
        this.settings = checked;
        this.documents = Collections.unmodifiableMap(checked.documents);
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
        return new Builder(mode, delivery, Optional.empty()).document(name, document);
    }

    /**
     * Starts a job over what only the person has. Its content is not known here beforehand, so what was really signed has to
     * be looked at in the result; modes whose result is a signature beside its content are refused, because such a
     * signature could not be judged.
     *
     * @param mode kind of signature
     * @param delivery how its end is learnt
     * @param source where it is on the person's machine
     */
    public static Builder onDisk(SignadorMode mode, Delivery delivery, DiskSource source) {
        if (mode.isBeside()) {
            throw InvalidValueException.of("SignadorJob", "a mode that returns the content with its signature");
        }
        return new Builder(mode, delivery, Optional.of(source));
    }

    /** Kind of signature. */
    public SignadorMode mode() {
        return settings.mode;
    }

    /** How its end is learnt. */
    public Delivery delivery() {
        return settings.delivery;
    }

    /** The documents by name, in order; none if they are on the person's disk. */
    public Map<String, DocumentContent> documents() {
        return documents;
    }

    /** Where the documents are on the person's machine. */
    public Optional<DiskSource> disk() {
        return settings.disk;
    }

    /** Text shown to the person. */
    public Optional<String> description() {
        return settings.description;
    }

    /** The digest of the signature. */
    public HashAlgorithm hash() {
        return settings.hash;
    }

    /** How a PDF signature looks. */
    public Optional<PdfAppearance> appearance() {
        return settings.appearance;
    }

    /** Which certificates may sign. */
    public CertificateFilter certificates() {
        return settings.certificates;
    }

    /** How an XML signature is made. */
    public XmlOptions xml() {
        return settings.xml;
    }

    /** The role that the signer claims. */
    public Optional<String> claimedRole() {
        return settings.claimedRole;
    }

    /** The signature policy to declare. */
    public Optional<SignaturePolicy> policy() {
        return settings.policy;
    }

    /** What the signer commits to. */
    public Optional<Commitment> commitment() {
        return settings.commitment;
    }

    /** Whether a plain CMS signature gets a time stamp. */
    public boolean isCmsStamped() {
        return settings.cmsStamped;
    }

    /** The time stamp authority that the person's program asks. */
    public Optional<URI> timeStamps() {
        return settings.timeStamps;
    }

    /** Where the person's program fetches the documents; empty when they are sent. */
    public Map<String, URI> addresses() {
        return settings.addresses;
    }

    /** Whether documents may be added after the start. */
    public boolean isOpen() {
        return settings.open;
    }

    /** Whether the result is fetched from an address instead of coming in the answer. */
    public boolean isResultByAddress() {
        return settings.resultByAddress;
    }

    static int most(SignadorMode mode) {
        return mode.isOverHash() ? MOST_HASHES : MOST_DOCUMENTS;
    }

    static void requireName(String name) {
        if (name.isBlank() || name.contains(";")) {
            throw InvalidValueException.of("SignadorJob", "a document name that is not blank and has no ;");
        }
    }

    /** Mode and number of documents. */
    @Override
    public String toString() {
        return "SignadorJob[" + mode() + ", " + documents.size() + " documents]";
    }

    /** Builds a {@link SignadorJob}; not thread-safe. */
    public static final class Builder {
        private final SignadorMode mode;
        private final Delivery delivery;
        private final Optional<DiskSource> disk;
        private Map<String, DocumentContent> documents = new LinkedHashMap<>();
        private Optional<String> description = Optional.empty();
        private HashAlgorithm hash = HashAlgorithm.SHA_256;
        private Optional<PdfAppearance> appearance = Optional.empty();
        private CertificateFilter certificates = CertificateFilter.any();
        private XmlOptions xml = XmlOptions.none();
        private Optional<String> claimedRole = Optional.empty();
        private Optional<SignaturePolicy> policy = Optional.empty();
        private Optional<Commitment> commitment = Optional.empty();
        private boolean cmsStamped;
        private Optional<URI> timeStamps = Optional.empty();
        private Map<String, URI> addresses = Map.of();
        private boolean open;
        private boolean resultByAddress;

        private Builder(SignadorMode mode, Delivery delivery, Optional<DiskSource> disk) {
            this.mode = Objects.requireNonNull(mode, "mode");
            require(mode.shape() != Shape.NONE, "a mode with documents; the others are SignadorKey's");
            this.delivery = Objects.requireNonNull(delivery, "delivery");
            this.disk = disk;
        }

        /** One more document: at most 25, or 50 when only digests are sent. */
        public Builder document(String name, DocumentContent document) {
            requireName(name);
            require(disk.isEmpty(), "documents of ours, or the person's disk, not both");
            require(documents.putIfAbsent(name, document) == null, "names that are all different");
            require(documents.size() <= most(mode), "at most " + most(mode) + " documents in this mode");
            return this;
        }

        /** Text shown to the person. */
        public Builder description(String text) {
            this.description = Optional.of(text);
            return this;
        }

        /** The digest of the signature; SHA-256 when not said. It is always sent: the service's own may be SHA-1. */
        public Builder hash(HashAlgorithm value) {
            this.hash = Objects.requireNonNull(value, "hash");
            return this;
        }

        /**
         * How the signature looks; for PDF modes only. When not said the service puts a mark on the first page, at the same
         * place for everybody: a second signer's covers the first one's, which validators take for an alteration.
         */
        public Builder appearance(PdfAppearance value) {
            require(mode.isPdf(), "an appearance only for PDF modes");
            this.appearance = Optional.of(value);
            return this;
        }

        /** Which certificates may sign; any when not said. */
        public Builder certificates(CertificateFilter value) {
            this.certificates = Objects.requireNonNull(value, "certificates");
            return this;
        }

        /** How an XML signature is made; for XML modes only. */
        public Builder xml(XmlOptions value) {
            require(mode.isXml(), "XML options only for XML modes");
            require(
                    !value.together() || mode.isForSeveral(),
                    "one signature over all only around or beside the content");
            require(
                    value.elements().isEmpty() || (mode.isXades() && mode.shape() == Shape.ENVELOPED),
                    "chosen elements only for XAdES inside the document");
            this.xml = value;
            return this;
        }

        /** The role that the signer claims; for XAdES, CAdES and PAdES. */
        public Builder claimedRole(String role) {
            requireAdvanced();
            this.claimedRole = Optional.of(role);
            return this;
        }

        /** Declares a signature policy; for XAdES, CAdES and PAdES. */
        public Builder policy(SignaturePolicy value) {
            requireAdvanced();
            require(
                    POLICY_DIGESTS.contains(value.digestAlgorithm()),
                    "a policy with a digest that the service knows: SHA-1, SHA-256 or SHA-512");
            this.policy = Optional.of(value);
            return this;
        }

        /** What the signer commits to; for XAdES, CAdES and PAdES. */
        public Builder commitment(Commitment value) {
            requireAdvanced();
            require(!value.needsXades() || mode.isXades(), "the words and the object of a commitment only for XAdES");
            this.commitment = Optional.of(value);
            return this;
        }

        /** Adds a time stamp to a plain CMS signature; CAdES has modes of its own for that. */
        public Builder stampCms() {
            require(mode.isPlainCms(), "a CMS mode; the other kinds have modes with time stamp");
            this.cmsStamped = true;
            return this;
        }

        /** The time stamp authority of a signature with time stamp; the service's own when not said. */
        public Builder timeStamps(URI authority) {
            this.timeStamps = Optional.of(authority);
            return this;
        }

        /**
         * The documents are not sent: the person's program fetches them.
         *
         * @param fetchedFrom an address per document name, all of them, that the person's machine can reach
         */
        public Builder addresses(Map<String, URI> fetchedFrom) {
            require(!mode.isOverHash(), "addresses only for modes that need the document");
            require(
                    fetchedFrom.values().stream()
                            .noneMatch(address -> address.toString().contains(";")),
                    "addresses without ;");
            this.addresses = Map.copyOf(fetchedFrom);
            return this;
        }

        /** Documents may be added with {@link Signador#add} until the person signs. */
        public Builder openToMore() {
            require(disk.isEmpty(), "documents of ours in a job to which more are added");
            this.open = true;
            return this;
        }

        /** The result is fetched from an address instead of coming in the answer. */
        public Builder resultByAddress() {
            this.resultByAddress = true;
            return this;
        }

        /** The job. */
        public SignadorJob build() {
            require(
                    addresses.isEmpty() || addresses.keySet().equals(documents.keySet()),
                    "an address for each document, or for none");
            require(
                    timeStamps.isEmpty() || mode.isStamped() || cmsStamped,
                    "a time stamp authority only for signatures with time stamp");
            boolean sent = !mode.isOverHash() && addresses.isEmpty();
            require(
                    !sent || documents.values().stream().allMatch(document -> document.length() <= LARGEST_DOCUMENT),
                    "documents of at most 5 MB; sign larger ones by hash");
            return new SignadorJob(copy());
        }

        /** What is done to this builder afterwards does not reach the job. */
        private Builder copy() {
            Builder copy = new Builder(mode, delivery, disk);
            copy.documents = new LinkedHashMap<>(documents);
            copy.description = description;
            copy.hash = hash;
            copy.appearance = appearance;
            copy.certificates = certificates;
            copy.xml = xml;
            copy.claimedRole = claimedRole;
            copy.policy = policy;
            copy.commitment = commitment;
            copy.cmsStamped = cmsStamped;
            copy.timeStamps = timeStamps;
            copy.addresses = addresses;
            copy.open = open;
            copy.resultByAddress = resultByAddress;
            return copy;
        }

        private void requireAdvanced() {
            require(mode.isAdvanced(), "claims only for XAdES, CAdES and PAdES");
        }

        private static void require(boolean condition, String rule) {
            if (!condition) {
                throw InvalidValueException.of("SignadorJob", rule);
            }
        }
    }
}
