package cat.eset.signature.dss;

import cat.eset.core.ConfigurationException;
import cat.eset.signature.dss.internal.ListsJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The trusted lists of the European Union as trust anchors: who may issue qualified certificates, country by country. The
 * lists are fetched by {@link #refresh()}, which takes minutes and belongs in a daily job, never in a request; {@link #load()}
 * reads at start-up what the last refresh left in files. Whoever was given these lists sees the new ones at once.
 * Thread-safe.
 */
public final class TrustedLists {

    /** The list of lists of the European Commission. */
    public static final URI EUROPEAN_UNION = URI.create("https://ec.europa.eu/tools/lotl/eu-lotl.xml");

    private final ListsJob job;

    private TrustedLists(ListsJob job) {
        this.job = job;
    }

    /**
     * Starts one.
     *
     * @param files directory for the lists; made if needed
     * @param listSigners certificates that sign the list of lists, from the Official Journal: they change with it
     * @param fetching how lists are fetched; give it more time and bytes than revocation needs
     */
    public static Builder builder(Path files, Collection<X509Certificate> listSigners, Fetching fetching) {
        return new Builder(files, listSigners, fetching);
    }

    /**
     * How one list came out.
     *
     * @param address where it is
     * @param problem why it is not used; empty if it is
     */
    public record State(String address, String problem) {

        /** Whether it is used. */
        public boolean isUsed() {
            return problem.isEmpty();
        }
    }

    /** Fetches the lists and keeps them. A list that cannot be had, or is wrongly signed, does not undo the others. */
    public List<State> refresh() {
        return states(job.refresh());
    }

    /** Reads the files that an earlier refresh left; asks nobody. */
    public List<State> load() {
        return states(job.load());
    }

    /** How many authorities are believed by the lists now. */
    public int anchors() {
        return job.anchors();
    }

    ListsJob job() {
        return job;
    }

    private static List<State> states(List<ListsJob.State> states) {
        return states.stream()
                .map(state -> new State(state.address(), state.problem()))
                .toList();
    }

    /** Builds {@link TrustedLists}; not thread-safe. */
    public static final class Builder {
        private final Path files;
        private final List<X509Certificate> listSigners;
        private final Fetching fetching;
        private URI address = EUROPEAN_UNION;
        private Set<String> territories = Set.of("ES");

        private Builder(Path files, Collection<X509Certificate> listSigners, Fetching fetching) {
            this.files = Objects.requireNonNull(files, "files");
            this.listSigners = List.copyOf(listSigners);
            this.fetching = Objects.requireNonNull(fetching, "fetching");
        }

        /** Another list of lists; {@link #EUROPEAN_UNION} when not said. */
        public Builder address(URI value) {
            this.address = Objects.requireNonNull(value, "address");
            return this;
        }

        /** Countries whose lists are read, by their codes; Spain when not said, empty for all. */
        public Builder territories(Set<String> codes) {
            this.territories = Set.copyOf(codes);
            return this;
        }

        /**
         * The lists, empty until {@link TrustedLists#load()} or {@link TrustedLists#refresh()}.
         *
         * @throws ConfigurationException if nobody may sign the list of lists, or the directory cannot be written
         */
        public TrustedLists build() {
            if (listSigners.isEmpty()) {
                throw ConfigurationException.of(
                        "Nobody may sign the list of trusted lists",
                        "Give the certificates that the Official Journal of the European Union publishes.");
            }
            try {
                Files.createDirectories(files);
            } catch (IOException e) {
                throw ConfigurationException.of(
                        "The directory for trusted lists cannot be made", "Give another one to the builder.");
            }
            return new TrustedLists(new ListsJob(address, listSigners, territories, files, fetching.loader()));
        }
    }
}
