package cat.eset.signature.signador;

import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.core.work.TrackingState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as texts in the tracking state: a line per fact, and one per document. */
final class TrackedJobs implements PendingJobs {

    private static final String PREFIX = "signador/";
    private static final String VERSION = "signador job 1";
    private static final int FACTS = 6;
    private static final char YES = 'y';
    private static final char NO = 'n';

    private final TrackingState tracking;

    TrackedJobs(TrackingState tracking) {
        this.tracking = tracking;
    }

    @Override
    public void add(PendingJob job) {
        String key = key(job.token());
        String text = text(job);
        while (!tracking.replace(key, tracking.read(key), text)) {
            // another process wrote in between: the newest job stands
        }
    }

    @Override
    public Optional<PendingJob> find(JobToken token) {
        return tracking.read(key(token)).map(text -> job(token, text));
    }

    @Override
    public boolean remove(JobToken token) {
        Optional<String> text = tracking.read(key(token));
        return text.isPresent() && tracking.forget(key(token), text.get());
    }

    @Override
    public int forgetExpired(Instant now) {
        int forgotten = 0;
        for (String key : tracking.keys(PREFIX)) {
            Optional<String> text = tracking.read(key);
            boolean expired = text.filter(TrackedJobs::isReadable)
                    .map(found -> job(new JobToken(key.substring(PREFIX.length())), found))
                    .filter(job -> job.keptUntil().isBefore(now))
                    .isPresent();
            forgotten += expired && tracking.forget(key, text.get()) ? 1 : 0;
        }
        return forgotten;
    }

    private static char flag(boolean value) {
        return value ? YES : NO;
    }

    private static String key(JobToken token) {
        return PREFIX + token.value();
    }

    private static String text(PendingJob job) {
        StringBuilder out = new StringBuilder(VERSION)
                .append('\n')
                .append(job.mode().name())
                .append('\n')
                .append(job.startedAt())
                .append('\n')
                .append(job.signer().map(Nif::value).orElse(""))
                .append('\n')
                .append(flag(job.xml().together()))
                .append(flag(job.xml().keyInfoProtected()))
                .append(flag(job.xml().withComments()))
                .append('\n')
                .append(String.join(" ", job.xml().elements()));
        Base64.Encoder encoder = Base64.getUrlEncoder();
        job.documents()
                .forEach((name, digest) -> out.append('\n')
                        .append(digest.hex())
                        .append(' ')
                        .append(encoder.encodeToString(name.getBytes(StandardCharsets.UTF_8))));
        return out.toString();
    }

    private static boolean isReadable(String text) {
        List<String> lines = lines(text);
        return lines.size() >= FACTS && lines.get(0).equals(VERSION);
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    private static PendingJob job(JobToken token, String text) {
        List<String> lines = lines(text);
        if (!isReadable(text)) {
            throw new IllegalStateException("a signing job was remembered by another version of this program");
        }
        Map<String, Sha256> documents = new LinkedHashMap<>();
        for (String line : lines.subList(FACTS, lines.size())) {
            int blank = line.indexOf(' ');
            String name = new String(Base64.getUrlDecoder().decode(line.substring(blank + 1)), StandardCharsets.UTF_8);
            documents.put(name, new Sha256(line.substring(0, blank)));
        }
        String flags = lines.get(4);
        String elements = lines.get(5);
        XmlOptions xml = new XmlOptions(
                flags.charAt(0) == YES,
                elements.isEmpty() ? List.of() : Arrays.asList(elements.split(" ", -1)),
                flags.charAt(1) == YES,
                flags.charAt(2) == YES);
        return new PendingJob(
                token,
                SignadorMode.valueOf(lines.get(1)),
                documents,
                xml,
                Optional.of(lines.get(3)).filter(nif -> !nif.isEmpty()).map(Nif::of),
                Instant.parse(lines.get(2)));
    }
}
