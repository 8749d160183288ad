package cat.eset.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The versions of the tables, by name: nothing is searched for, so that it works in any class loader and module. */
final class SchemaVersions implements ResourceProvider {

    private static final List<String> COMMON = List.of("V1__work_model.sql", "V3__announcement.sql", "V4__tries.sql");
    private static final List<String> OF_DIALECT = List.of("V2__search.sql", "V5__marks.sql");

    private final List<LoadableResource> versions;

    private SchemaVersions(List<LoadableResource> versions) {
        this.versions = versions;
    }

    static SchemaVersions of(Dialect dialect) {
        List<LoadableResource> all = new ArrayList<>();
        COMMON.forEach(file -> all.add(new Version("schema-versions/common/", file)));
        OF_DIALECT.forEach(file -> all.add(new Version("schema-versions/" + dialect.folder() + "/", file)));
        return new SchemaVersions(List.copyOf(all));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return versions.stream()
                .filter(version -> version.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return versions.stream()
                .filter(version -> version.getFilename().startsWith(prefix))
                .filter(version -> List.of(suffixes).stream()
                        .anyMatch(suffix -> version.getFilename().endsWith(suffix)))
                .toList();
    }

    private static final class Version extends LoadableResource {
        private final String folder;
        private final String file;

        Version(String folder, String file) {
            this.folder = folder;
            this.file = file;
        }

        @Override
        public Reader read() {
            InputStream in = SchemaVersions.class.getResourceAsStream(getRelativePath());
            return new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return getRelativePath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getRelativePath();
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return folder + file;
        }
    }
}
