package cat.eset.store;

import cat.eset.core.expedient.Assignee;

/** An assignee as a column: a person by identity, a group by name. */
final class AssigneeKey {

    private AssigneeKey() {}

    static String of(Assignee assignee) {
        return assignee.fold(one -> "person " + one.person().nif().value(), group -> "group " + group.name());
    }
}
