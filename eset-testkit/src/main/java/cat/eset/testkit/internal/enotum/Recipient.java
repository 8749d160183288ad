package cat.eset.testkit.internal.enotum;

import java.util.List;
import org.w3c.dom.Element;

/**
 * A recipient of one notification.
 *
 * @param person {@code PersonaFisica} or {@code PersonaJuridica}, as sent
 * @param legal whether it is a legal person
 * @param document its identity number
 * @param name full name or company name
 * @param holder whether {@code Titular} was true
 * @param language {@code Idioma}; may be empty
 * @param obliged {@code Obligat} as sent; may be empty
 * @param contacts e-mail addresses and telephones of the person and of the notice persons
 * @param linked identity number of the linked person; may be empty
 */
record Recipient(
        Element person,
        boolean legal,
        String document,
        String name,
        boolean holder,
        String language,
        String obliged,
        List<String> contacts,
        String linked) {

    Recipient {
        contacts = List.copyOf(contacts);
    }

    boolean mayActAs(String number) {
        return document.equals(number) || (!linked.isEmpty() && linked.equals(number));
    }
}
