package cat.eset.testkit.internal.enotum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * One accepted {@code Notificacio} of a sending.
 *
 * @param notificacio the element as sent
 * @param office {@code DadesOfici} as sent
 * @param documents resolution first
 * @param recipients at least one
 * @param registryNumber the issuer's own exit number; empty if none
 * @param registryDate its date
 * @param withoutRegistry {@code SenseRegistre}
 * @param noticeDays days of the reminders
 */
record Draft(
        Element notificacio,
        Element office,
        List<NoticeDocument> documents,
        List<Recipient> recipients,
        String registryNumber,
        Optional<Instant> registryDate,
        boolean withoutRegistry,
        List<Integer> noticeDays) {

    Draft {
        documents = List.copyOf(documents);
        recipients = List.copyOf(recipients);
        noticeDays = List.copyOf(noticeDays);
    }
}
