package cat.eset.testkit.internal.enotum;

import java.util.List;
import java.util.Optional;

/**
 * Who asks: an employee of an organisation, or a citizen.
 *
 * @param employee the organisation, for an employee
 * @param citizen the login, for a citizen or a representative
 * @param actsFor identity number of whom a citizen or a representative acts for; empty for an employee
 * @param backOffice code of the calling system; may be empty
 */
record User(Optional<Notice.Sender> employee, Optional<Store.Login> citizen, String actsFor, String backOffice) {

    private static final List<String> LEVELS = List.of("BAIX", "SUBSTANCIAL", "ALT");

    Notice.Sender needEmployee() throws NtRefusal {
        return employee.orElseThrow(() -> NtErrors.refusal(502));
    }

    /** An employee sees what the organisation sent; a citizen what was put at disposal of whom it acts for. */
    boolean sees(Notice n) {
        if (employee.isPresent()) {
            return n.organisation.equals(employee.get().organisation());
        }
        return n.deposited.isPresent()
                && !n.state.equals(Notice.CANCELLED)
                && n.draft.recipients().stream().anyMatch(r -> r.mayActAs(actsFor));
    }

    void needLevel(Notice notice) throws NtRefusal {
        String own = citizen.map(Store.Login::level).orElse("BAIX");
        if (LEVELS.indexOf(own) < LEVELS.indexOf(notice.field("TipusAcces"))) {
            throw NtErrors.refusal(own.equals("BAIX") ? 1032 : 1049);
        }
    }

    /** {@code DadesSignador} if this user practises it. */
    String signerOf(Notice notice) {
        return notice.draft.recipients().stream()
                .filter(r -> r.mayActAs(actsFor))
                .findFirst()
                .map(Lifecycle::signer)
                .orElse("");
    }
}
