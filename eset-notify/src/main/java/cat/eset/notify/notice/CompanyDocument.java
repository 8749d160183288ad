package cat.eset.notify.notice;

import cat.eset.core.id.Nif;
import cat.eset.notify.error.NoticeRefusedException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What identifies a legal person (contract enotum 5.2, {@code DocumentPersonaJuridicaType}). None of them prints its
 * number.
 */
public sealed interface CompanyDocument {

    /** One function per case. */
    <T> T fold(Function<? super CifDocument, ? extends T> cif, Function<? super Vat, ? extends T> vat);

    /** The Spanish number of an entity. */
    static CompanyDocument cif(Nif nif) {
        return new CifDocument(nif);
    }

    /** A foreign VAT number and its country: ISO 3166-1, two capitals. */
    static CompanyDocument vat(String number, String country) {
        return new Vat(number, Optional.of(country));
    }

    /**
     * The Spanish number of an entity.
     *
     * @param nif with the right control character (error 614)
     */
    record CifDocument(Nif nif) implements CompanyDocument {
        /** Checks kind and control character. */
        public CifDocument {
            if (!nif.isEntity()) {
                throw NoticeRefusedException.of(719, "the number of a natural person was given for a legal person");
            }
            if (!nif.hasValidControl()) {
                throw NoticeRefusedException.of(614, "the control character of the CIF is wrong");
            }
        }

        /** Whether its first letter belongs to public bodies (P, Q, S): a strong hint, not a proof. */
        public boolean looksLikeAPublicBody() {
            return "PQS".indexOf(nif.value().charAt(0)) >= 0;
        }

        @Override
        public <T> T fold(Function<? super CifDocument, ? extends T> cif, Function<? super Vat, ? extends T> vat) {
            return cif.apply(this);
        }

        @Override
        public String toString() {
            return "CifDocument[***]";
        }
    }

    /**
     * A foreign VAT number.
     *
     * @param number 1 to 50 capitals and digits (error 619); the format of each country is checked by the service
     * @param country two capitals (error 621); empty where it is not known: the service takes that until it becomes
     *     compulsory, as it has announced (error 620)
     */
    record Vat(String number, Optional<String> country) implements CompanyDocument {
        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,50}");

        /** Checks the form. */
        public Vat {
            if (!NUMBER.matcher(number).matches()) {
                throw NoticeRefusedException.of(619, "a VAT number is 1 to 50 capitals and digits");
            }
            country.ifPresent(c -> Countries.check(c, 621));
        }

        @Override
        public <T> T fold(Function<? super CifDocument, ? extends T> cif, Function<? super Vat, ? extends T> vat) {
            return vat.apply(this);
        }

        @Override
        public String toString() {
            return "Vat[***]";
        }
    }
}
