package cat.eset.examples;

import static cat.eset.core.signature.SignatureGroup.MAYOR_AND_SECRETARY;

import cat.eset.core.Actor;
import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.Office;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.DocumentId;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.work.WorkModel;
import cat.eset.signature.SigningKey;
import cat.eset.signature.dss.DssSigner;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.gateway.LocalSignatureGateway;
import cat.eset.signature.timestamp.TimeStampAuthority;
import java.util.Map;
import java.util.Optional;

/** Signs for the work model with the keys that the town hall has on this machine, and gets a decree signed by two officials. */
public final class SignDecreesHere {

    private SignDecreesHere() {}

    /** The gateway for {@code WorkModel.builder(...).signatures(...)}; close it with the program. */
    static LocalSignatureGateway gateway(
            Map<Office, Credentials> officials, Credentials seal, TimeStampAuthority stamps, Trust trust) {
        // tag::gateway[]
        DssSigner signer = DssSigner.builder(seal).timeStamps(stamps).build();
        DssValidator validator = DssValidator.builder(trust).build();
        return LocalSignatureGateway.builder(
                        signer,
                        validator,
                        who -> who.fold( // whose key signs
                                official -> Optional.ofNullable(
                                                officials.get(official.who().office()))
                                        .map(SigningKey::of),
                                ofTownHall -> Optional.of(SigningKey.of(seal))))
                .build();
        // end::gateway[]
    }

    /** The mayor signs, the secretary attests, and the decree gets its number. */
    static Decree decide(WorkModel work, ExpedientNumber expedient, DocumentContent pdf, Actor mayor, Actor secretary) {
        // tag::decide[]
        Decree draft =
                work.decrees().draft(expedient, "Decret", "Atorgar la llicència", pdf, MAYOR_AND_SECRETARY, secretary);
        DocumentId decree = draft.document();
        work.decrees().propose(decree, secretary);
        work.decrees().sign(decree, mayor); // in the order of the group
        work.decrees().sign(decree, secretary);
        return work.decrees().approve(decree, secretary);
        // end::decide[]
    }
}
