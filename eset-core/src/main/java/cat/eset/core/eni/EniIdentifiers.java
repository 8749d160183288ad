package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.EniDocumentId;
import cat.eset.core.id.EniExpedientId;
import java.util.Locale;

/**
 * How a town hall makes its ENI identifiers; a vendor that already has its own way gives an implementation. An
 * identifier is never used twice and never derived from personal data (contract eni 5). Implementations are thread-safe.
 */
public interface EniIdentifiers {

    /**
     * Identifier of a document.
     *
     * @param organ body
     * @param year of capture
     * @param key unique in the body for ever, capitals and digits
     */
    EniDocumentId document(Dir3 organ, int year, String key);

    /**
     * Identifier of an expedient.
     *
     * @param organ body
     * @param year of creation
     * @param key unique in the body for ever, capitals and digits
     */
    EniExpedientId expedient(Dir3 organ, int year, String key);

    /**
     * The usual form: {@code ES_<organ>_<year>_<30 characters>}, with {@code EXP_} before the 30 of an expedient; the 30
     * are {@code ESET}, zeros and the key. The {@code EXP_} and the total length of 52 are practice, not norm.
     */
    static EniIdentifiers standard() {
        return StandardIdentifiers.INSTANCE;
    }

    /** The usual form. */
    enum StandardIdentifiers implements EniIdentifiers {
        /** The only one. */
        INSTANCE;

        private static final String PREFIX = "ESET";
        private static final int LENGTH = 30;

        @Override
        public EniDocumentId document(Dir3 organ, int year, String key) {
            return EniDocumentId.of("ES_" + organ + "_" + year(year) + "_" + padded(key));
        }

        @Override
        public EniExpedientId expedient(Dir3 organ, int year, String key) {
            return EniExpedientId.of("ES_" + organ + "_" + year(year) + "_EXP_" + padded(key));
        }

        private static String year(int year) {
            return String.format(Locale.ROOT, "%04d", year);
        }

        private static String padded(String key) {
            if (!key.matches("[A-Z0-9]{1,26}")) {
                throw InvalidValueException.of("EniIdentifiers", "a key is 1 to 26 capitals and digits");
            }
            return PREFIX + "0".repeat(LENGTH - PREFIX.length() - key.length()) + key;
        }
    }
}
