package cat.eset.core.privacy;

import cat.eset.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A text with its personal data in slots, so that the same text has a whole form, to notify, and a public form. What was
 * written outside of the slots is searched before it is published, and anything found stops it for a person to look.
 * Immutable.
 *
 * @param parts in order
 */
public record SlottedText(List<Part> parts) {

    /** What a slot holds. */
    public enum SlotKind {
        /** Name of a party. */
        PARTY,
        /** Identity number. */
        IDENTITY_NUMBER,
        /** Address. */
        ADDRESS,
        /** Bank account. */
        ACCOUNT,
        /** Health, ideology and other specially protected data (Llei 19/2014 art. 23). */
        SPECIALLY_PROTECTED,
        /** Any other personal data. */
        OTHER
    }

    /** A piece of the text. */
    public sealed interface Part {}

    /**
     * Text that everybody may read.
     *
     * @param text it
     */
    public record Plain(String text) implements Part {
        /** Checks the value. */
        public Plain {
            Objects.requireNonNull(text, "text");
        }

        /** Not the text, in which personal data may have been left. */
        @Override
        public String toString() {
            return "Plain[***]";
        }
    }

    /**
     * Personal data.
     *
     * @param kind of what kind
     * @param value it
     */
    public record Slot(SlotKind kind, String value) implements Part {
        /** Checks the values. */
        public Slot {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(value, "value");
        }

        /** Does not print the data. */
        @Override
        public String toString() {
            return "Slot[" + kind + "]";
        }
    }

    /** What came of asking for the public form. */
    public sealed interface PublicForm {

        /** One function per case. */
        <T> T fold(Function<Ready, T> ready, Function<Blocked, T> blocked);
    }

    /**
     * The public form. As a document it is a partial copy (EE04) with its own code, linked to the original.
     *
     * @param text it
     */
    public record Ready(String text) implements PublicForm {
        /** Checks the value. */
        public Ready {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <T> T fold(Function<Ready, T> ready, Function<Blocked, T> blocked) {
            return ready.apply(this);
        }
    }

    /**
     * Something in the plain text looks like personal data: a person must look.
     *
     * @param text the form that would have been published, in which the findings are placed; not to be published
     * @param findings what was found
     */
    public record Blocked(String text, List<PersonalDataFinding> findings) implements PublicForm {
        /** Checks the values. */
        public Blocked {
            Objects.requireNonNull(text, "text");
            findings = List.copyOf(findings);
        }

        @Override
        public <T> T fold(Function<Ready, T> ready, Function<Blocked, T> blocked) {
            return blocked.apply(this);
        }

        /** Does not print the text. */
        @Override
        public String toString() {
            return "Blocked[" + findings + "]";
        }
    }

    /** Checks the values. */
    public SlottedText {
        parts = List.copyOf(parts);
    }

    /**
     * Fills a template: {@code {party}} becomes the slot of that name.
     *
     * @throws InvalidValueException if a name has no slot, or a slot has no place
     */
    public static SlottedText fill(String template, Map<String, Slot> slots) {
        List<Part> parts = new ArrayList<>();
        int used = 0;
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            Slot slot = close < 0 ? null : slots.get(template.substring(open + 1, close));
            if (slot == null) {
                throw InvalidValueException.of("SlottedText", "every {name} of the template has its slot");
            }
            parts.add(new Plain(template.substring(from, open)));
            parts.add(slot);
            used++;
            from = close + 1;
        }
        if (used < slots.size()) {
            throw InvalidValueException.of("SlottedText", "every slot has its place in the template");
        }
        parts.add(new Plain(template.substring(from)));
        return new SlottedText(parts);
    }

    /** The whole form, for who has a right to it. */
    public String whole() {
        return render(Slot::value);
    }

    /**
     * The public form, each slot as the policy says: identity numbers masked, everything else replaced by its kind.
     */
    public PublicForm publicForm() {
        return publicForm(slot ->
                slot.kind() == SlotKind.IDENTITY_NUMBER ? IdentityMask.mask(slot.value()) : "[" + slot.kind() + "]");
    }

    /** The public form under another policy. Whatever the policy shows is searched like the rest. */
    public PublicForm publicForm(Function<Slot, String> policy) {
        String text = render(policy);
        List<PersonalDataFinding> findings = PersonalDataScan.scan(text);
        return findings.isEmpty() ? new Ready(text) : new Blocked(text, findings);
    }

    private String render(Function<Slot, String> policy) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Plain plain) {
                text.append(plain.text());
            } else if (part instanceof Slot slot) {
                text.append(policy.apply(slot));
            }
        }
        return text.toString();
    }
}
