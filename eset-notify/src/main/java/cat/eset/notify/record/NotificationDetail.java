package cat.eset.notify.record;

import cat.eset.core.Sha256;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything the service tells about one notification ({@code RespostaConsulta}, contract enotum 6.2). Sections that were
 * not asked for are empty.
 *
 * @param id its number
 * @param issuer who sent it
 * @param header what it is
 * @param status where it is
 * @param letter body and footer
 * @param documents its documents, with their identifiers in DESA'L
 * @param recipients who may open it
 * @param practice who accepted or rejected it
 */
public record NotificationDetail(
        NotificationId id,
        Issuer issuer,
        Optional<Header> header,
        Optional<Status> status,
        Optional<Letter> letter,
        List<StoredDocument> documents,
        List<RecipientStatus> recipients,
        Optional<Practice> practice) {

    /** Copies the lists. */
    public NotificationDetail {
        documents = List.copyOf(documents);
        recipients = List.copyOf(recipients);
    }

    /** Its state, where the service told one. */
    public Optional<NotificationState> state() {
        return status.map(Status::state);
    }

    /**
     * What it is.
     *
     * @param title subject
     * @param reference reference of the issuer; the SDK puts the operation there
     * @param issuerReference identifier of the issuer ({@code IdNotificacioEmissor})
     * @param registryNumber number of the exit entry
     * @param registeredAt instant of the exit entry
     * @param kind notification or communication
     * @param accessLevel assurance level needed to open it
     * @param expiryDays days of life
     * @param language language of the content
     * @param channel channel it was born on
     * @param expedient number of the expedient
     */
    public record Header(
            String title,
            String reference,
            Optional<String> issuerReference,
            Optional<String> registryNumber,
            Optional<Instant> registeredAt,
            NoticeKind kind,
            Optional<AccessLevel> accessLevel,
            OptionalInt expiryDays,
            Optional<ContentLanguage> language,
            Optional<Channel> channel,
            Optional<String> expedient) {

        /** Without the title. */
        @Override
        public String toString() {
            return "Header[" + kind + ", " + reference + "]";
        }
    }

    /**
     * Where it is.
     *
     * @param state state
     * @param depositedAt put at disposal: the time stamp of the deposit evidence
     * @param practisedAt accepted or rejected; whether it is filled on expiry is not known
     * @param cancelledAt cancelled
     * @param cancellationReason why it was cancelled
     */
    public record Status(
            NotificationState state,
            Optional<Instant> depositedAt,
            Optional<Instant> practisedAt,
            Optional<Instant> cancelledAt,
            Optional<String> cancellationReason) {

        /** Without the reason, which may name people. */
        @Override
        public String toString() {
            return "Status[" + state + ", deposited " + depositedAt + ", practised " + practisedAt + "]";
        }
    }

    /**
     * Body and footer.
     *
     * @param body body text
     * @param appeals footer that explains the appeals
     */
    public record Letter(String body, Optional<String> appeals) {
        /** Without the text. */
        @Override
        public String toString() {
            return "Letter[" + body.length() + " characters]";
        }
    }

    /**
     * A document as the service keeps it. e-NOTUM offers the issuer no way to get the bytes back.
     *
     * @param name file name
     * @param desalDocument its identifier in DESA'L
     * @param sha256 its digest, where the service told it
     */
    public record StoredDocument(String name, Optional<String> desalDocument, Optional<Sha256> sha256) {
        /** Without the name. */
        @Override
        public String toString() {
            return "StoredDocument[" + desalDocument + "]";
        }
    }

    /**
     * A recipient and what it did.
     *
     * @param party who
     * @param emails addresses of the notice
     * @param phones phones of the notice
     * @param holder whether the effect of the act falls on it
     * @param signed whether this one accepted or rejected
     * @param channelChange how it wants to be notified from now on
     * @param obliged whether obliged to electronic dealings, only if it was sent
     */
    public record RecipientStatus(
            ReportedParty party,
            List<String> emails,
            List<String> phones,
            boolean holder,
            boolean signed,
            Optional<ChannelChange> channelChange,
            Optional<Boolean> obliged) {

        /** Copies the lists. */
        public RecipientStatus {
            emails = List.copyOf(emails);
            phones = List.copyOf(phones);
        }

        /** Does not print who it is. */
        @Override
        public String toString() {
            return "RecipientStatus[" + party + (signed ? ", signed]" : "]");
        }
    }
}
