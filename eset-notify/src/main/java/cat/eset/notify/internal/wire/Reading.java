package cat.eset.notify.internal.wire;

import cat.eset.core.InvalidValueException;
import cat.eset.core.LegalTime;
import cat.eset.core.Sha256;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.Issuer;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.Practice;
import cat.eset.notify.record.ReportedParty;
import cat.eset.transport.xml.XmlDateTime;
import cat.eset.transport.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tolerant reading of what several answers share. Nothing here fails on a value that cannot be read: it is missing. */
final class Reading {

    private Reading() {}

    /** With offset, or without it, which means the official time of the Peninsula (contract enotum 11.1). */
    static Optional<Instant> instant(XmlElement parent, String name) {
        return parent.text(name).flatMap(Reading::instant);
    }

    static Optional<Instant> instant(String text) {
        Optional<Instant> usual = XmlDateTime.instant(text);
        if (usual.isPresent()) {
            return usual;
        }
        try {
            TemporalAccessor t = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    t instanceof OffsetDateTime o
                            ? o.toInstant()
                            : LocalDateTime.from(t).atZone(LegalTime.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day, whose zone, if any, says nothing. */
    static Optional<LocalDate> day(XmlElement parent, String name) {
        return parent.text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    static OptionalInt integer(XmlElement parent, String name) {
        return parent.text(name)
                .filter(t -> t.matches("[0-9]{1,9}"))
                .map(t -> OptionalInt.of(Integer.parseInt(t)))
                .orElse(OptionalInt.empty());
    }

    static long number(XmlElement parent, String name) {
        return parent.text(name)
                .filter(t -> t.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    static Optional<Boolean> flag(XmlElement parent, String name) {
        return parent.text(name).map(t -> "true".equals(t) || "1".equals(t));
    }

    static Optional<NotificationId> id(XmlElement parent) {
        return parent.text("IdNotificacio")
                .filter(t -> t.matches("[0-9]{1,18}"))
                .map(NotificationId::of);
    }

    static Issuer issuer(XmlElement parent) {
        return parent.child("Emissor")
                .map(Reading::issuerFields)
                .orElseGet(() -> new Issuer("", "", "", "", Optional.empty()));
    }

    static Issuer issuerFields(XmlElement e) {
        return new Issuer(
                e.text("CodiOrganisme").orElse(""),
                e.text("NomOrganisme").orElse(""),
                e.text("CodiDepartament").orElse(""),
                e.text("NomDepartament").orElse(""),
                e.text("BackOffice"));
    }

    static Optional<Sha256> sha256(XmlElement document) {
        return document.child("Hash")
                .filter(h -> h.attribute("Algoritme").filter("SHA-256"::equals).isPresent())
                .flatMap(h -> {
                    try {
                        return Optional.of(Sha256.ofBase64(h.text()));
                    } catch (InvalidValueException e) {
                        return Optional.empty();
                    }
                });
    }

    static Optional<ChannelChange> channelChange(XmlElement parent, String name) {
        return parent.child(name)
                .flatMap(c -> c.text("Canal")
                        .map(channel ->
                                new ChannelChange(Channel.of(channel), c.text("BustiaCorreu"), c.text("Telefon"))));
    }

    /** The choice {@code PersonaFisica} or {@code PersonaJuridica} inside an element, simple or not. */
    static Optional<ReportedParty> party(XmlElement parent) {
        Optional<ReportedParty> person = parent.child("PersonaFisica")
                .map(p ->
                        party(ReportedParty.Kind.PERSON, p, p.text("NomComplet").orElseGet(() -> fullName(p))));
        return person.isPresent()
                ? person
                : parent.child("PersonaJuridica")
                        .map(p -> party(
                                ReportedParty.Kind.COMPANY,
                                p,
                                p.text("RaoSocial").orElse("")));
    }

    private static ReportedParty party(ReportedParty.Kind kind, XmlElement e, String name) {
        Optional<XmlElement> document = e.child("DocumentIdentificatiu")
                .flatMap(d -> d.children().stream().findFirst());
        return new ReportedParty(
                kind,
                document.map(XmlElement::localName).orElse(""),
                document.map(XmlElement::text).orElse(""),
                document.flatMap(d -> d.attribute("Pais")),
                name);
    }

    private static String fullName(XmlElement p) {
        return String.join(
                " ",
                List.of("Nom", "PrimerCognom", "SegonCognom").stream()
                        .flatMap(n -> p.text(n).stream())
                        .toList());
    }

    static Optional<Practice> practice(XmlElement parent) {
        return parent.child("DadesSignador").flatMap(Reading::practiceChoice);
    }

    private static Optional<Practice> practiceChoice(XmlElement e) {
        for (XmlElement choice : e.children()) {
            Optional<Practice> practice = switch (choice.localName()) {
                case "Interessat" -> party(choice).map(Practice.ByInterested::new);
                case "Representant" ->
                    party(choice)
                            .flatMap(r -> interested(choice).map(i -> (Practice) new Practice.ByRepresentative(r, i)));
                case "FuncionariHabilitat" ->
                    party(choice)
                            .flatMap(o -> interested(choice)
                                    .map(i ->
                                            new Practice.ByOfficial(o, i, choice.text("RegistreEntradaHabilitacio"))));
                case "PracticadaPaper" ->
                    Optional.of(new Practice.OnPaper(
                            choice.text("Funcionari").orElse(""),
                            instant(choice, "DataPracticada"),
                            choice.text("Referencia").orElse("")));
                default -> Optional.empty();
            };
            if (practice.isPresent()) {
                return practice;
            }
        }
        return Optional.empty();
    }

    private static Optional<ReportedParty> interested(XmlElement choice) {
        return choice.child("Interessat").flatMap(Reading::party);
    }
}
