package cat.eset.examples;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.transport.AocEnvironment;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Notifies a signed resolution to one person, and knows what to do whatever the network does. */
public final class SendOneNotification {

    private SendOneNotification() {}

    /** Arguments: the town hall's seal (PKCS#12) and the signed PDF. Sends to the consortium's test environment. */
    public static void main(String[] args) throws IOException {
        TownHall elBruc = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
        Console console = Objects.requireNonNull(System.console(), "run it in a terminal: it asks for a password");
        Secret password = Secret.of(console.readPassword("Password of %s: ", args[0]));
        Credentials seal = Credentials.pkcs12(Path.of(args[0]), password);
        DocumentContent decree = DocumentContent.of(Path.of(args[1]), MediaType.PDF);

        try (ENotum enotum =
                ENotum.builder(AocEnvironment.preproduction(), seal, elBruc).build()) {
            System.out.println(send(enotum, OperationId.next(), decree));
        }
    }

    static String send(ENotum enotum, OperationId operation, DocumentContent signedDecree) {
        // tag::send[]
        SendResult result = enotum.send(
                operation, // stored before it is sent
                Notice.notification("Concessió de llicència")
                        .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple")
                                .email("maria@exemple.cat"))
                        .resolution(signedDecree)
                        .expedient("12/2026")
                        .registeredByENotum()
                        .build());

        return result.fold( // sealed: no case can be forgotten
                queued -> "waiting for deposit, e-NOTUM id " + queued.id(),
                refused -> refused.error().code() + ": " + refused.failure().remedy(),
                unknown -> "ask again later: enotum.reconcile(" + operation + ")");
        // end::send[]
    }
}
