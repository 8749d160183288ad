package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.TLValidationJobSummary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.http.commons.FileCacheDataLoader;
import eu.europa.esig.dss.spi.client.http.IgnoreDataLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.function.EUTLOtherTSLPointer;
import eu.europa.esig.dss.tsl.function.SchemeTerritoryOtherTSLPointer;
import eu.europa.esig.dss.tsl.function.XMLOtherTSLPointer;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import eu.europa.esig.dss.tsl.sync.SynchronizationStrategy;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The job of DSS that reads a list of lists and the lists it names, with files in between. Thread-safe. */
public final class ListsJob {

    /** What DSS does by itself is to believe lists that are wrongly signed or out of date. */
    private static final SynchronizationStrategy BELIEVED = new ExpirationAndSignatureCheckStrategy();

    private final TLValidationJob job = new TLValidationJob();
    private final TrustedListsCertificateSource source = new TrustedListsCertificateSource();

    /**
     * A job that has read nothing yet.
     *
     * @param address of the list of lists
     * @param signers who may sign it
     * @param territories whose lists are read; empty: all
     * @param files where lists are kept
     */
    public ListsJob(
            URI address, List<X509Certificate> signers, Set<String> territories, Path files, GuardedLoader loader) {
        CommonCertificateSource known = new CommonCertificateSource();
        signers.forEach(signer -> known.addCertificate(new CertificateToken(signer)));
        LOTLSource lotl = new LOTLSource();
        lotl.setUrl(address.toString());
        lotl.setCertificateSource(known);
        lotl.setPivotSupport(true);
        if (!territories.isEmpty()) {
            lotl.setTlPredicate(new EUTLOtherTSLPointer()
                    .and(new XMLOtherTSLPointer())
                    .and(new SchemeTerritoryOtherTSLPointer(territories)));
        }
        job.setSynchronizationStrategy(BELIEVED);
        job.setListOfTrustedListSources(lotl);
        job.setTrustedListCertificateSource(source);
        job.setOnlineDataLoader(cache(files, loader, 0));
        job.setOfflineDataLoader(cache(files, new IgnoreDataLoader(), -1));
    }

    /** Files older than so many milliseconds are fetched again: 0 always, -1 never. */
    private static FileCacheDataLoader cache(
            Path files, eu.europa.esig.dss.spi.client.http.DataLoader loader, long expiration) {
        FileCacheDataLoader out = new FileCacheDataLoader(loader);
        out.setFileCacheDirectory(files.toFile());
        out.setCacheExpirationTime(expiration);
        return out;
    }

    /** Fetches the lists, keeps them in files, and believes those that are rightly signed. */
    public List<State> refresh() {
        job.onlineRefresh();
        return states();
    }

    /** Reads the files that an earlier refresh left; asks nobody. */
    public List<State> load() {
        job.offlineRefresh();
        return states();
    }

    TrustedListsCertificateSource source() {
        return source;
    }

    /** How many authorities are believed by the lists. */
    public int anchors() {
        return source.getNumberOfCertificates();
    }

    /** How one list came out: where it is, and why it is not used; empty if it is. */
    public record State(String address, String problem) {}

    private List<State> states() {
        List<State> out = new ArrayList<>();
        TLValidationJobSummary summary = source.getSummary();
        for (LOTLInfo lotl : summary.getLOTLInfos()) {
            State all = state(lotl);
            out.add(all);
            lotl.getTLInfos()
                    .forEach(list -> out.add(
                            all.problem().isEmpty()
                                    ? state(list)
                                    : new State(list.getUrl(), "the list of lists is not used")));
        }
        return out;
    }

    private static State state(TLInfo list) {
        String problem = "";
        if (!list.getDownloadCacheInfo().isResultExist()) {
            problem = "it could not be fetched";
        } else if (!list.getParsingCacheInfo().isResultExist()) {
            problem = "it cannot be read";
        } else if (!list.getValidationCacheInfo().isResultExist()
                || !list.getValidationCacheInfo().isValid()) {
            problem = "its signature is not valid";
        } else if (!BELIEVED.canBeSynchronized(list)) {
            problem = "it is out of date: its next update should have come";
        }
        return new State(list.getUrl(), problem);
    }
}
