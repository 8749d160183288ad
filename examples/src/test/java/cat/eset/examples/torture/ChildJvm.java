package cat.eset.examples.torture;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How a virtual machine that lives for seconds is started: for speed of start, not of work. Used by one thread. */
final class ChildJvm {

    private static final List<String> FAST =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8");

    private final Path folder;
    private String classPath = System.getProperty("java.class.path");
    private List<String> sharing = List.of();

    ChildJvm(Path folder) {
        this.folder = folder;
    }

    List<String> flags() {
        List<String> flags = new ArrayList<>(FAST);
        flags.addAll(sharing);
        flags.addAll(List.of("-cp", classPath));
        return flags;
    }

    /** The next one writes down the classes that it loaded when it ends. The archive wants jars, not folders. */
    void beginLearning() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, jars.size()).toString() : entry);
        }
        classPath = String.join(File.pathSeparator, jars);
        sharing = List.of("-XX:ArchiveClassesAtExit=" + archive(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** The next ones begin with these classes. */
    void useWhatWasLearned() {
        sharing = List.of("-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
