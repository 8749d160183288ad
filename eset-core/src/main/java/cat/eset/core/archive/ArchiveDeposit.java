package cat.eset.core.archive;

import cat.eset.core.InvalidValueException;
import cat.eset.core.eni.EniDocument;
import cat.eset.core.eni.EniExpedient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A closed expedient as the archive takes it: its ENI form and what the vocabularies of the archive ask beyond it (contract
 * eset-model 2.6).
 *
 * @param reference reference code of the expedient in the town hall
 * @param number its printed number
 * @param series code of its series
 * @param seriesTitle title of its series
 * @param title what it is about
 * @param openedOn when it was opened
 * @param closedOn when it was closed
 * @param producer name of the town hall
 * @param access who may see it
 * @param expedient with its signed index
 * @param documents in the order of the index
 * @param titles title of each document, by its ENI identifier
 */
public record ArchiveDeposit(
        String reference,
        String number,
        String series,
        String seriesTitle,
        String title,
        LocalDate openedOn,
        LocalDate closedOn,
        String producer,
        Access access,
        EniExpedient expedient,
        List<EniDocument> documents,
        Map<String, String> titles) {

    /** Who may see what is archived. */
    public enum Access {
        /** Everybody. */
        PUBLIC,
        /** Only who has a right to. */
        RESTRICTED
    }

    /** Checks the values. */
    public ArchiveDeposit {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(expedient, "expedient");
        documents = List.copyOf(documents);
        titles = Map.copyOf(titles);
        if (reference.isBlank() || number.isBlank() || series.isBlank() || title.isBlank() || producer.isBlank()) {
            throw InvalidValueException.of("ArchiveDeposit", "reference, number, series, title and producer are said");
        }
        if (closedOn.isBefore(openedOn)) {
            throw InvalidValueException.of("ArchiveDeposit", "it is not closed before it is opened");
        }
    }

    /** Does not print its title. */
    @Override
    public String toString() {
        return "ArchiveDeposit[" + reference + ", " + documents.size() + " documents]";
    }
}
