package cat.eset.testkit.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes keys on threads of their own, so that eight of them cost little more wall time than the slowest. */
final class KeyForge {

    private KeyForge() {}

    /** Runs on a daemon thread; the scheduler of the machine shares the cores. */
    static <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "test-pki");
            thread.setDaemon(true);
            thread.start();
        });
    }

    static KeyPair rsa2048() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make RSA keys", e);
        }
    }
}
