package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads {@code Destinataris} and finds everything that the service refuses in it (contract enotum 5.2, 6.1, 8). */
final class RecipientRules {

    private static final Shape RECIPIENT = Shape.of("(PersonaFisica|PersonaJuridica) Titular? Idioma? Obligat?");
    private static final Shape NATURAL = Shape.of("BustiesCorreu? Telefons? PersonesAvis? DocumentIdentificatiu?"
            + " Nom? NomSentit? PrimerCognom? SegonCognom?");
    private static final Shape LEGAL =
            Shape.of("BustiesCorreu? Telefons? PersonesAvis? DocumentIdentificatiu? RaoSocial? PersonaVinculada?");
    private static final Shape LINKED = Shape.of("DocumentIdentificatiu Nom NomSentit? PrimerCognom SegonCognom?");
    private static final Shape NOTICE_PERSON = Shape.of("NomComplet BustiaCorreu? Telefon?");
    private static final int MAX = 100;

    private final NtErrors errors;
    private final Arrangements arrangements;

    RecipientRules(NtErrors errors, Arrangements arrangements) {
        this.errors = errors;
        this.arrangements = arrangements;
    }

    List<Recipient> read(Element notificacio) {
        boolean paper = Dom.text(notificacio, "Canal").equals("PAPER");
        List<Element> elements =
                Dom.child(notificacio, "Destinataris").map(Dom::children).orElse(List.of());
        if (elements.isEmpty() || elements.size() > MAX) {
            errors.add(101, "Destinataris");
        }
        List<Recipient> recipients = new ArrayList<>();
        for (Element element : elements) {
            Optional<String> fault = RECIPIENT.fault(element);
            if (fault.isPresent()) {
                errors.add(101, fault.get());
            } else {
                recipients.add(recipient(element, paper));
            }
        }
        errors.addUnless(recipients.stream().filter(Recipient::holder).count() <= 1, 708);
        return recipients;
    }

    private Recipient recipient(Element element, boolean paper) {
        Element person = Dom.children(element).get(0);
        boolean legal = "PersonaJuridica".equals(person.getLocalName());
        String obliged = Dom.text(element, "Obligat");
        boolean isObliged = legal || obliged.equals("true") || obliged.equals("1");
        shape(person, legal ? LEGAL : NATURAL);
        if (legal) {
            errors.addUnless(!obliged.equals("false") && !obliged.equals("0"), 706);
            errors.addUnless(!Dom.text(person, "RaoSocial").isEmpty(), 705);
        } else {
            names(person);
        }
        List<String> own = contacts(person);
        if (own.isEmpty() && !isObliged && !paper) {
            errors.add(701);
        }
        List<String> all = new ArrayList<>(own);
        all.addAll(noticePersons(person));
        String holder = Dom.text(element, "Titular");
        return new Recipient(
                person,
                legal,
                document(person, legal),
                name(person, legal),
                holder.equals("true") || holder.equals("1"),
                Dom.text(element, "Idioma"),
                obliged,
                all,
                linked(person));
    }

    private void names(Element person) {
        errors.addUnless(!Dom.text(person, "Nom").isEmpty(), 702);
        errors.addUnless(!Dom.text(person, "PrimerCognom").isEmpty(), 703);
        errors.addUnless(Dom.text(person, "Nom").length() <= 50, 725);
        errors.addUnless(Dom.text(person, "PrimerCognom").length() <= 50, 726);
        errors.addUnless(Dom.text(person, "SegonCognom").length() <= 50, 727);
    }

    private List<String> contacts(Element person) {
        List<String> found = new ArrayList<>();
        for (Element mail :
                Dom.child(person, "BustiesCorreu").map(Dom::children).orElse(List.of())) {
            email(mail.getTextContent().strip(), found);
        }
        for (Element phone : Dom.child(person, "Telefons").map(Dom::children).orElse(List.of())) {
            phone(phone.getTextContent().strip(), found);
        }
        return found;
    }

    private List<String> noticePersons(Element person) {
        List<String> found = new ArrayList<>();
        for (Element notice :
                Dom.child(person, "PersonesAvis").map(Dom::children).orElse(List.of())) {
            shape(notice, NOTICE_PERSON);
            int before = found.size();
            Dom.child(notice, "BustiaCorreu")
                    .ifPresent(e -> email(e.getTextContent().strip(), found));
            Dom.child(notice, "Telefon").ifPresent(e -> phone(e.getTextContent().strip(), found));
            errors.addUnless(found.size() > before, 707);
        }
        return found;
    }

    private void email(String text, List<String> found) {
        errors.addUnless(Identity.isEmail(text), 613);
        found.add(text);
    }

    private void phone(String text, List<String> found) {
        errors.addUnless(Identity.isPhone(text), 630);
        found.add(text);
    }

    private String document(Element person, boolean legal) {
        List<Element> choice =
                Dom.child(person, "DocumentIdentificatiu").map(Dom::children).orElse(List.of());
        if (choice.size() != 1) {
            errors.add(713);
            return "";
        }
        Element document = choice.get(0);
        String number = document.getTextContent().strip();
        String country = document.getAttribute("Pais");
        switch (String.valueOf(document.getLocalName())) {
            case "NIF" -> errors.addUnless(!legal && Identity.isNif(number), 615);
            case "Passaport" -> {
                errors.addUnless(!legal && number.matches("[A-Z0-9]{1,20}"), 616);
                country(country, 617, 618);
            }
            case "IDC" -> {
                if (legal || !number.matches("[A-Z0-9]{1,20}") || !Identity.isCountry(country)) {
                    errors.add(101, "IDC");
                }
            }
            case "CIF" -> {
                errors.addUnless(legal && Identity.isCif(number), 614);
                errors.addUnless(!arrangements.isPublicBody(number), 720);
            }
            case "VAT" -> {
                errors.addUnless(legal && number.matches("[A-Z0-9]{1,50}"), 619);
                country(country, 620, 621);
            }
            default -> errors.add(101, "DocumentIdentificatiu");
        }
        return number;
    }

    /** Announced to become compulsory; until then it may be missing. */
    private void country(String country, int missing, int invalid) {
        errors.addUnless(!country.isEmpty() || !arrangements.enforces(missing), missing);
        errors.addUnless(country.isEmpty() || Identity.isCountry(country), invalid);
    }

    private String linked(Element person) {
        Optional<Element> linked = Dom.child(person, "PersonaVinculada");
        if (linked.isEmpty()) {
            return "";
        }
        shape(linked.get(), LINKED);
        String number = Dom.text(linked.get(), "DocumentIdentificatiu");
        if (Dom.at(linked.get(), "DocumentIdentificatiu", "NIF").isPresent()) {
            errors.addUnless(Identity.isNif(number), 615);
        }
        return number;
    }

    private static String name(Element person, boolean legal) {
        return legal
                ? Dom.text(person, "RaoSocial")
                : (Dom.text(person, "Nom") + " " + Dom.text(person, "PrimerCognom") + " "
                                + Dom.text(person, "SegonCognom"))
                        .strip();
    }

    private void shape(Element element, Shape shape) {
        shape.fault(element).ifPresent(fault -> errors.add(101, fault));
    }
}
