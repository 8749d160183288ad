package cat.eset.testkit.enotum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record of the simulated e-NOTUM.
 *
 * @param id {@code IdNotificacio}
 * @param requestId {@code IdPeticion} of the request that made it
 * @param reference {@code Referencia}
 * @param issuerId {@code IdNotificacioEmissor}; empty if none
 * @param kind {@code NOTIFICACIO} or {@code COMUNICACIO}
 * @param state literal of the contract, for example {@code DIPOSITADA}
 * @param organisation {@code CodiOrganisme} of the issuer
 * @param title {@code Titol}
 * @param created when it was queued
 * @param deposited when it was made available
 * @param practised when it was accepted, rejected or expired
 * @param limit when it expires; empty before deposit and for communications
 * @param registryNumber number of the exit entry; empty before registration
 * @param recipients identity documents of the recipients
 * @param documents the resolution first, then the annexes
 */
public record StoredNotification(
        long id,
        String requestId,
        String reference,
        String issuerId,
        String kind,
        String state,
        String organisation,
        String title,
        Instant created,
        Optional<Instant> deposited,
        Optional<Instant> practised,
        Optional<Instant> limit,
        String registryNumber,
        List<String> recipients,
        List<StoredDocument> documents) {

    /** Copies the lists. */
    public StoredNotification {
        recipients = List.copyOf(recipients);
        documents = List.copyOf(documents);
    }

    /**
     * A document of a notification.
     *
     * @param name file name as sent
     * @param length bytes
     * @param sha256Hex digest of the content, lower case
     */
    public record StoredDocument(String name, long length, String sha256Hex) {}
}
