package cat.eset.notify.internal;

import cat.eset.core.id.Nif;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.work.Channel;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.CompanyRecipient;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeBuilder;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.PersonDocument;
import cat.eset.notify.notice.PersonRecipient;
import cat.eset.notify.notice.Recipient;
import java.util.List;
import java.util.Optional;

/** From the orders of the core to notices of e-NOTUM. */
public final class Orders {

    private Orders() {}

    /**
     * The notice that fulfils an order.
     *
     * @param paperToo whether one to somebody who is notified on paper says that it only complements the paper
     * @throws NoticeRefusedException if e-NOTUM would refuse it
     */
    public static Notice notice(NotificationOrder order, AccessLevel accessLevel, boolean paperToo) {
        boolean notification = order.kind() == NotificationOrder.Kind.NOTIFICATION;
        Notice.Addressing addressing =
                notification ? Notice.notification(order.title()) : Notice.communication(order.title());
        NoticeBuilder notice = address(addressing, order.recipient())
                .resolution(document(order.resolution()))
                .body(order.body())
                .accessLevel(accessLevel);
        order.annexes().forEach(annex -> notice.annex(document(annex)));
        order.appealsFooter().ifPresent(notice::appeals);
        order.expedient().ifPresent(notice::expedient);
        order.exit()
                .ifPresent(number ->
                        notice.registered(number.toString(), order.exitAt().orElseThrow()));
        if (notification) {
            notice.expiryDays(order.expiryDays());
            if (paperToo && Channel.of(order.recipient()) == Channel.PAPER) {
                notice.complementingPaper();
            }
        }
        return notice.build();
    }

    private static NoticeDocument document(NotificationOrder.Attached attached) {
        return NoticeDocument.of(attached.fileName(), attached.content());
    }

    private static Notice.Documenting address(Notice.Addressing addressing, Party party) {
        Optional<Recipient> representative = party.representative().map(r -> recipient(r, false));
        Recipient interested = recipient(party, representative.isPresent());
        return representative
                .map(r -> addressing.toOneRecordForAll(List.of(interested, r)))
                .orElseGet(() -> addressing.to(interested));
    }

    private static Recipient recipient(Party party, boolean holder) {
        if (party.isPublicBody()) {
            throw NoticeRefusedException.of(720, "the recipient is a public body");
        }
        return party.name().fold(natural -> person(party, natural, holder), legal -> company(party, legal, holder));
    }

    private static Recipient person(Party party, PartyName.Natural name, boolean holder) {
        PersonRecipient person = Recipient.person(personDocument(party.identity()), name.given(), name.firstSurname());
        if (name.secondSurname().isPresent()) {
            person = person.secondSurname(name.secondSurname().orElseThrow());
        }
        if (party.contact().email().isPresent()) {
            person = person.email(party.contact().email().orElseThrow());
        }
        if (party.contact().mobile().isPresent()) {
            person = person.phone(party.contact().mobile().orElseThrow());
        }
        if (party.relation() == ElectronicRelation.OBLIGED) {
            person = person.obligedToElectronic();
        }
        return holder ? person.asHolder() : person;
    }

    private static Recipient company(Party party, PartyName.Legal name, boolean holder) {
        CompanyRecipient company = Recipient.company(companyDocument(party.identity()), name.name());
        if (party.contact().email().isPresent()) {
            company = company.email(party.contact().email().orElseThrow());
        }
        if (party.contact().mobile().isPresent()) {
            company = company.phone(party.contact().mobile().orElseThrow());
        }
        return holder ? company.asHolder() : company;
    }

    private static PersonDocument personDocument(IdentityDocument identity) {
        return switch (identity.kind()) {
            case NIF -> PersonDocument.nif(new Nif(identity.value()));
            case PASSPORT -> new PersonDocument.Passport(identity.value(), Optional.empty());
            case VAT, DIR3, OTHER -> throw NoticeRefusedException.of(713, "a natural person needs a NIF or a passport");
        };
    }

    private static CompanyDocument companyDocument(IdentityDocument identity) {
        return switch (identity.kind()) {
            case NIF -> CompanyDocument.cif(new Nif(identity.value()));
            case VAT -> new CompanyDocument.Vat(identity.value(), Optional.empty());
            case PASSPORT, DIR3, OTHER ->
                throw NoticeRefusedException.of(713, "a legal person needs a CIF or a VAT number");
        };
    }
}
