package cat.eset.core.organisation;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may act for an office of an entity on a day: its holder, who has its powers by delegation, or who stands in for an
 * absent holder, in the order of appointment (LBRL art. 23.3; ROF art. 44). Immutable and thread-safe.
 *
 * @param appointments who holds what
 * @param delegations powers given by decree
 * @param substitutes who stands in for the mayor, in the order of appointment as deputy
 * @param absences when holders cannot act
 */
public record Organisation(
        List<Appointment> appointments,
        List<Delegation> delegations,
        List<Person> substitutes,
        List<Absence> absences) {

    private static final Reason HOLDER =
            Reason.of("resolutions are signed by the holder of the body", Article.of(Norm.L40, "43.1"));
    private static final Reason DELEGATE = Reason.of(
            "a resolution by delegation says so and counts as issued by who delegates", Article.of(Norm.ROF, "192.1"));
    private static final Reason SUBSTITUTE =
            Reason.of("deputies substitute in the order of their appointment", Article.of(Norm.LBRL, "23.3"));

    /** Copies the lists. */
    public Organisation {
        appointments = List.copyOf(appointments);
        delegations = List.copyOf(delegations);
        substitutes = List.copyOf(substitutes);
        absences = List.copyOf(absences);
    }

    /** Holders alone. */
    public static Organisation of(List<Appointment> appointments) {
        return new Organisation(appointments, List.of(), List.of(), List.of());
    }

    /** Everybody who may act for an office on a day; the holder first, if present. */
    public List<Authority> authorities(Office office, TownHall townHall, LocalDate day) {
        List<Authority> found = new ArrayList<>();
        boolean holderAbsent = false;
        for (Appointment appointment : appointments) {
            if (appointment.office().equals(office)
                    && appointment.townHall().equals(townHall)
                    && appointment.covers(day)) {
                if (isAbsent(appointment.person(), day)) {
                    holderAbsent = true;
                } else {
                    found.add(authority(appointment.person(), office, townHall, Authority.How.HOLDER, HOLDER));
                }
            }
        }
        if (holderAbsent && office.equals(Office.MAYOR)) {
            substitutes.stream()
                    .filter(person -> !isAbsent(person, day))
                    .findFirst()
                    .ifPresent(person ->
                            found.add(authority(person, office, townHall, Authority.How.SUBSTITUTE, SUBSTITUTE)));
        }
        for (Delegation delegation : delegations) {
            boolean applies = delegation.from().equals(office)
                    && delegation.townHall().equals(townHall)
                    && delegation.covers(day)
                    && !isAbsent(delegation.to(), day);
            if (applies) {
                found.add(authority(
                        delegation.to(), Office.DELEGATED_COUNCILLOR, townHall, Authority.How.DELEGATE, DELEGATE));
            }
        }
        return List.copyOf(found);
    }

    /** Why a person may act for an office on a day; empty if not. */
    public Optional<Authority> authorityOf(Person person, Office office, TownHall townHall, LocalDate day) {
        return authorities(office, townHall, day).stream()
                .filter(authority -> authority.actor().person().equals(person))
                .findFirst();
    }

    private boolean isAbsent(Person person, LocalDate day) {
        return absences.stream().anyMatch(a -> a.person().equals(person) && a.covers(day));
    }

    private static Authority authority(
            Person person, Office office, TownHall townHall, Authority.How how, Reason reason) {
        return new Authority(new Actor(person, office, townHall), how, reason);
    }
}
