package cat.eset.notify.notice;

import cat.eset.core.id.Nif;
import cat.eset.notify.error.NoticeRefusedException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What identifies a natural person (contract enotum 5.2, {@code DocumentPersonaFisicaType}). None of them prints its
 * number.
 */
public sealed interface PersonDocument {

    /** One function per case. */
    <T> T fold(
            Function<? super NifDocument, ? extends T> nif,
            Function<? super Passport, ? extends T> passport,
            Function<? super EuropeanId, ? extends T> europeanId);

    /** A DNI, NIE or K/L/M number. */
    static PersonDocument nif(Nif nif) {
        return new NifDocument(nif);
    }

    /** A passport and the country that issued it: ISO 3166-1, two capitals. */
    static PersonDocument passport(String number, String country) {
        return new Passport(number, Optional.of(country));
    }

    /** The identity number of another country of the European Union. */
    static PersonDocument europeanId(String number, String country) {
        return new EuropeanId(number, country);
    }

    /**
     * A Spanish number of a natural person.
     *
     * @param nif with the right letter (error 615)
     */
    record NifDocument(Nif nif) implements PersonDocument {
        /** Checks kind and letter. */
        public NifDocument {
            if (nif.isEntity()) {
                throw NoticeRefusedException.of(719, "the number of an entity was given for a natural person");
            }
            if (!nif.hasValidControl()) {
                throw NoticeRefusedException.of(615, "the letter of the NIF is wrong");
            }
        }

        @Override
        public <T> T fold(
                Function<? super NifDocument, ? extends T> nif,
                Function<? super Passport, ? extends T> passport,
                Function<? super EuropeanId, ? extends T> europeanId) {
            return nif.apply(this);
        }

        @Override
        public String toString() {
            return "NifDocument[***]";
        }
    }

    /**
     * A passport.
     *
     * @param number 1 to 20 capitals and digits (error 616)
     * @param country two capitals (error 618); empty where it is not known: the service takes that until it becomes
     *     compulsory, as it has announced (error 617)
     */
    record Passport(String number, Optional<String> country) implements PersonDocument {
        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,20}");

        /** Checks the form. */
        public Passport {
            if (!NUMBER.matcher(number).matches()) {
                throw NoticeRefusedException.of(616, "a passport number is 1 to 20 capitals and digits");
            }
            country.ifPresent(c -> Countries.check(c, 618));
        }

        @Override
        public <T> T fold(
                Function<? super NifDocument, ? extends T> nif,
                Function<? super Passport, ? extends T> passport,
                Function<? super EuropeanId, ? extends T> europeanId) {
            return passport.apply(this);
        }

        @Override
        public String toString() {
            return "Passport[***]";
        }
    }

    /**
     * The identity number of another country of the European Union ({@code IDC}).
     *
     * @param number 1 to 20 capitals and digits
     * @param country two capitals
     */
    record EuropeanId(String number, String country) implements PersonDocument {
        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,20}");

        /** Checks the form. */
        public EuropeanId {
            if (!NUMBER.matcher(number).matches()) {
                throw NoticeRefusedException.of(101, "a European identity number is 1 to 20 capitals and digits");
            }
            Countries.check(country, 101);
        }

        @Override
        public <T> T fold(
                Function<? super NifDocument, ? extends T> nif,
                Function<? super Passport, ? extends T> passport,
                Function<? super EuropeanId, ? extends T> europeanId) {
            return europeanId.apply(this);
        }

        @Override
        public String toString() {
            return "EuropeanId[***]";
        }
    }
}
