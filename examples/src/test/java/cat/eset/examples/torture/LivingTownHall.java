package cat.eset.examples.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One life of the town hall: from the start of its process to its death. */
final class LivingTownHall {

    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread listener;

    private LivingTownHall(Process process, Told told, Consumer<URI> welcome) {
        this.process = process;
        this.listener = new Thread(() -> listen(told, welcome), "listener-" + process.pid());
        listener.start();
    }

    /**
     * Starts a process.
     *
     * @param flags of the virtual machine, and its class path
     * @param errors file that gets its standard error
     * @param welcome hears where its registry listens, before anybody who waits for it
     */
    static LivingTownHall start(
            List<String> flags, List<String> arguments, Path errors, Told told, Consumer<URI> welcome) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(TownHallProcess.class.getName());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            return new LivingTownHall(process, told, welcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said before it died is heard to the last line, and half a line is nothing. */
    private void listen(Told told, Consumer<URI> welcome) {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("READY ")) {
                    URI address = URI.create(line.substring("READY ".length()));
                    welcome.accept(address);
                    ready.complete(address);
                }
                told.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.completeExceptionally(new IllegalStateException("the town hall ended before it was ready"));
        }
    }

    /** Where its registry listens, once it does. */
    CompletableFuture<URI> ready() {
        return ready;
    }

    /** Tells it the time. */
    void tell(Instant now) {
        write(now.toString());
    }

    /** Asks it to end. */
    void stop() throws InterruptedException {
        write("STOP");
        process.waitFor();
        listener.join();
    }

    /** SIGKILL; returns when it is dead and everything that it said has been heard. */
    void kill() throws InterruptedException {
        // Not Process.destroyForcibly, which throws away what was said and not yet heard.
        process.toHandle().destroyForcibly();
        process.waitFor();
        listener.join();
    }

    private void write(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException ending) {
            // Though it may not be dead yet; whoever waits for what it does will see.
        }
    }
}
