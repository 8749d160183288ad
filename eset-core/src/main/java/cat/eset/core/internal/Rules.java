package cat.eset.core.internal;

import cat.eset.core.rule.Rule;
import cat.eset.core.rule.RuleBrokenException;
import java.util.Locale;

/** The rules that the aggregates enforce, in one list. */
public enum Rules {
    ENTRY_STATE(
            "Llei 39/2015 art. 16; e-SET 2.1", "an entry takes this step only in the state that the circuit gives it"),
    ENTRY_FOREVER("RD 2568/1986 art. 153.3", "an annulled entry admits nothing more; its number stays"),
    DILIGENCE_FINAL("RD 2568/1986 art. 153.3; e-SET 6", "a signed diligence is not edited; another one corrects it"),
    EXPEDIENT_CLOSED("e-SET 4", "a closed expedient admits nothing but reopening, transfer and retention"),
    EXPEDIENT_CLOSING("e-SET 4", "while its index waits for signature an expedient admits only the end of the closing"),
    EXPEDIENT_NOT_CLOSED("e-SET 4", "only a closed expedient is reopened or transferred"),
    ELIMINATION(
            "Llei 10/2001 arts. 9 and 19; RD 203/2021 art. 54.2",
            "only what its evaluation table and the facts allow is eliminated, with an approved record"),
    EXPEDIENT_TRANSFERRED("e-SET 2.6", "a transferred expedient belongs to the archive"),
    CLOSING_OBSTACLES(
            "Llei 39/2015 art. 70; e-SET 4", "an expedient closes when nothing is pending and everything is complete"),
    CLOSING_NOT_BEGUN("e-SET 4", "the index is signed after the closing has begun"),
    ALREADY_LINKED("Llei 39/2015 art. 70.3", "something is in an expedient once"),
    NOT_LINKED("Llei 39/2015 art. 70.3", "what is not in the expedient cannot change there"),
    LINK_STATE("e-SET 2.6", "only a live document is annulled and only an annulled one is restored"),
    DELETE_SIGNED("e-SET 2.6", "signed or numbered documents cannot be deleted"),
    DELETE_ADMINISTRATOR("e-SET 2.6", "only an administrator deletes"),
    STEP_STATE("e-SET 3", "a finished step does not change"),
    STEP_CITIZEN("e-SET 3", "tràmit 02 is done by the citizen; staff do not use it"),
    UNKNOWN_STEP("e-SET 3", "the step has to be in the expedient"),
    UNKNOWN_FOLDER("e-SET 4", "the folder has to be in the expedient"),
    TASK_STATE("e-SET 5", "a finished task does not change"),
    CONTENT_IMMUTABLE(
            "Llei 39/2015 art. 26.2; e-SET 12.5", "an approved or signed document is immutable: make a new one"),
    SIGN_PDF("e-SET 2.3", "a document to sign must be PDF"),
    SIGN_ORDER("e-SET 2.3", "signatures are given in the order of the group, each by an office that may give it"),
    SIGN_STATE("e-SET 2.3", "a document is signed while it is in signature"),
    CODE_ONCE("NTI document IV", "a document has one verification code, which does not change"),
    METADATA_REASON("NTI document V.1.c", "metadata change only to correct errors or omissions, with a reason"),
    DECREE_STATE(
            "RD 2568/1986 arts. 198-202; e-SET 7",
            "a decree takes this step only in the state that its circuit gives it"),
    DECREE_SIGNATURES("Llei 40/2015 art. 43.1; e-SET 7", "a decree is approved by all its compulsory signatures"),
    DECREE_YEAR("e-SET 7", "a decree belongs to the book of the year of its approving signature"),
    DECREE_NUMBER("e-SET 7", "a decree number is never reused and never changed"),
    DECREE_CORRECTION("e-SET 7", "a wrong approved decree is annulled or corrected by another approved decree"),
    TRANSCRIBE_SECRETARY("RD 128/2018 art. 3.2.e", "the secretary transcribes in the book"),
    BOOK_CLOSED("RD 2568/1986 arts. 198-200", "a closed book admits nothing more"),
    BOOK_ORDER("RD 2568/1986 arts. 198-200", "a book has no gaps and no changed order"),
    NOTIFICATION_STATE(
            "Llei 39/2015 arts. 41-43", "a notification takes this step only in the state that its circuit gives it"),
    EXCHANGE_STATE(
            "Llei 39/2015 art. 16.4; e-SET 8",
            "a registry exchange takes this step only in the state that its circuit gives it"),
    PUBLICATION_STATE("e-SET 2.5", "a publication takes this step only in the state that its circuit gives it"),
    PUBLICATION_APPROVED("e-SET 2.5", "only an approved document is published"),
    LEAVES_SIGNED("Llei 39/2015 art. 26.2; e-SET 2.2", "what leaves as an act of the town hall is signed"),
    SIGN_AUTHORITY(
            "Llei 40/2015 art. 43.1; RD 2568/1986 art. 44; LBRL art. 23.3",
            "who signs holds the office that day, or acts by delegation or substitution"),
    PUBLICATION_PERSONAL_DATA(
            "LO 3/2018 disp. add. 7; Llei 19/2014 art. 10.3",
            "what is said of an edict holds personal data only if the edict says so"),
    CHANNEL_PUBLIC_BODY(
            "Llei 39/2015 art. 16.4; e-NOTUM 720",
            "a public body is reached by registry exchange, not by notification"),
    CHANNEL_EXCHANGE("Llei 39/2015 art. 16.4", "registry exchange reaches public bodies, known by their DIR3 code"),
    NOT_FOUND("e-SET 12", "what a step acts on has to exist");

    private final String article;
    private final String text;

    Rules(String article, String text) {
        this.article = article;
        this.text = text;
    }

    /** The rule. */
    public Rule rule() {
        return new Rule(name().toLowerCase(Locale.ROOT).replace('_', '.'), article, text);
    }

    /** The exception that refuses a step. */
    public RuleBrokenException refuse(String step) {
        return new RuleBrokenException(rule(), step);
    }

    /** Refuses the step unless the condition holds. */
    public void require(boolean condition, String step) {
        if (!condition) {
            throw refuse(step);
        }
    }
}
