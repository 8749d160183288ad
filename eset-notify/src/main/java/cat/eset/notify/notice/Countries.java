package cat.eset.notify.notice;

import cat.eset.notify.error.NoticeRefusedException;
import java.util.Locale;
import java.util.Set;

/** Country codes of ISO 3166-1, as the Java platform knows them. */
final class Countries {

    private static final Set<String> ALPHA2 = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    static void check(String country, int error) {
        // VAT numbers of Greece and Northern Ireland carry prefixes of their own.
        if (!ALPHA2.contains(country) && !"EL".equals(country) && !"XI".equals(country)) {
            throw NoticeRefusedException.of(error, "the country is not a code of ISO 3166-1 (two capitals)");
        }
    }
}
