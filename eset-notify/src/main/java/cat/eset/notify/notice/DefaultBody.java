package cat.eset.notify.notice;

/** The body text of a notice whose author gave none: the service wants one (error 1003). */
final class DefaultBody {

    private DefaultBody() {}

    static String of(NoticeKind kind, ContentLanguage language) {
        boolean notification = kind.equals(NoticeKind.NOTIFICATION);
        return switch (language.code()) {
            case "es" -> notification ? "Le notificamos el documento adjunto." : "Le comunicamos el documento adjunto.";
            case "en" ->
                notification
                        ? "You are hereby notified of the attached document."
                        : "Please find the attached document.";
            case "oc" -> notification ? "Vos notificam eth document adjunt." : "Vos comunicam eth document adjunt.";
            default -> notification ? "Us notifiquem el document adjunt." : "Us comuniquem el document adjunt.";
        };
    }
}
