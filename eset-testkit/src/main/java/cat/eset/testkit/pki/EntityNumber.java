package cat.eset.testkit.pki;

import cat.eset.core.id.Ine10;

/** The tax number of a municipality: {@code P}, province and municipality, two digits, control letter. */
final class EntityNumber {

    private static final String CONTROL = "JABCDEFGHI";

    private EntityNumber() {}

    static String ofTownHall(Ine10 code) {
        String digits = code.value().substring(0, 5) + "00";
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = 2 * digit;
            sum += i % 2 == 1 ? digit : doubled / 10 + doubled % 10;
        }
        return "P" + digits + CONTROL.charAt((10 - sum % 10) % 10);
    }
}
