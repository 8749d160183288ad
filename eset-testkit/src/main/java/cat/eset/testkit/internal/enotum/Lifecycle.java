package cat.eset.testkit.internal.enotum;

import cat.eset.core.LegalTime;
import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.XmlText;
import cat.eset.testkit.pki.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** The transitions of contract enotum 4.2, each with its evidence, its notices and its report. */
final class Lifecycle {

    private final Store store;
    private final Agenda agenda;
    private final ENotumSettings settings;
    private final ExitRegistry exits;
    private final Reporter reporter;
    private final Evidence evidence;
    private final EvidencePdf receipts;

    Lifecycle(
            Store store,
            Agenda agenda,
            ENotumSettings settings,
            ExitRegistry exits,
            Reporter reporter,
            Supplier<TestIdentity> seal) {
        this.store = store;
        this.agenda = agenda;
        this.settings = settings;
        this.exits = exits;
        this.reporter = reporter;
        this.evidence = new Evidence(seal);
        this.receipts = new EvidencePdf(seal);
    }

    /** Queues a new record; the engine goes on by itself. */
    void begin(Notice notice) {
        if (settings.registerInCall()) {
            register(notice, notice.created);
        } else {
            agenda.at(notice.created.plus(settings.registerAfter()), at -> register(notice, at));
        }
    }

    private void register(Notice notice, Instant at) {
        synchronized (store) {
            if (notice.stalled || !notice.state.equals(Notice.PENDING)) {
                return;
            }
            if (notice.broken) {
                fail(notice, at);
                return;
            }
        }
        Draft draft = notice.draft;
        Optional<ExitRegistry.Entry> own = draft.registryDate()
                .map(date -> new ExitRegistry.Entry(draft.registryNumber(), date))
                .or(() -> draft.withoutRegistry() ? Optional.of(new ExitRegistry.Entry("", at)) : Optional.empty());
        // Outside the monitor: the registry of the vendor is called, which may call back.
        ExitRegistry.Entry entry = own.orElseGet(
                () -> exits.register(notice.organisation, notice.field("Titol"), notice.field("Referencia")));
        synchronized (store) {
            if (notice.state.equals(Notice.PENDING)) {
                notice.registryNumber = entry.number();
                notice.registered = entry.number().isEmpty() ? Optional.empty() : Optional.of(entry.date());
                notice.become(Notice.REGISTERED, at);
                agenda.at(at.plus(settings.depositAfter()), when -> deposit(notice, when));
            }
        }
    }

    private void deposit(Notice notice, Instant at) {
        Optional<Reporter.Outgoing> report;
        synchronized (store) {
            if (notice.stalled || !notice.state.equals(Notice.REGISTERED)) {
                return;
            }
            if (notice.broken) {
                fail(notice, at);
                return;
            }
            notice.deposited = Optional.of(at);
            notice.become(Notice.DEPOSITED, at);
            notice.depositEvidence = evidence.seal(notice, "DIPOSIT", at, "");
            inform(notice, at, false);
            if (!notice.isCommunication()) {
                int days = notice.expiryDays(settings.defaultExpiryDays());
                Instant limit = at.atZone(LegalTime.ZONE).plusDays(days).toInstant();
                notice.limit = Optional.of(limit);
                agenda.at(limit.plus(settings.expireLag()), when -> expire(notice, when));
                planReminders(notice, at, days);
            }
            report = online(notice);
        }
        report.ifPresent(reporter::send);
    }

    private void planReminders(Notice notice, Instant at, int days) {
        List<Integer> reminders =
                notice.draft.noticeDays().isEmpty() ? List.of(Math.max(1, days / 2)) : notice.draft.noticeDays();
        for (int day : reminders) {
            agenda.at(at.plus(Duration.ofDays(day)), when -> {
                synchronized (store) {
                    if (notice.state.equals(Notice.DEPOSITED)) {
                        inform(notice, when, true);
                    }
                }
            });
        }
    }

    private void inform(Notice notice, Instant at, boolean reminder) {
        for (Recipient recipient : notice.draft.recipients()) {
            for (String contact : recipient.contacts()) {
                String channel = contact.contains("@") ? "EMAIL" : "SMS";
                store.sent(new CitizenNotice(notice.id, channel, contact, at, reminder));
            }
        }
    }

    private void expire(Notice notice, Instant at) {
        Optional<Reporter.Outgoing> report;
        synchronized (store) {
            if (notice.stalled || !notice.state.equals(Notice.DEPOSITED)) {
                return;
            }
            if (notice.broken) {
                fail(notice, at);
                return;
            }
            notice.practised = notice.limit;
            notice.become(Notice.EXPIRED, at);
            notice.practiceEvidence = evidence.seal(notice, "REBUIG AUTOMATIC", at, "");
            report = online(notice);
            planReceipt(notice, at);
        }
        report.ifPresent(reporter::send);
    }

    /**
     * Somebody accepts or rejects.
     *
     * @param accept or reject
     * @param number identity number of who does it
     * @param signer XML of {@code DadesSignador}'s content
     * @param channelChange XML of {@code CanviCanal}'s content; may be empty
     * @param at when
     */
    record Act(boolean accept, String number, String signer, String channelChange, Instant at) {}

    /** Accepts or rejects. */
    void practise(Notice notice, Act act) throws NtRefusal {
        Optional<Reporter.Outgoing> report;
        synchronized (store) {
            switch (notice.state) {
                case Notice.DEPOSITED -> {
                    // the only state that can be practised
                }
                case Notice.ACCEPTED, Notice.REJECTED -> throw NtErrors.refusal(3003);
                case Notice.EXPIRED -> throw NtErrors.refusal(3037);
                case Notice.CANCELLED -> throw NtErrors.refusal(3038);
                case Notice.FAILED -> throw NtErrors.refusal(3004);
                default -> throw NtErrors.refusal(3005);
            }
            if (notice.isCommunication() && !act.accept()) {
                throw NtErrors.refusal(1202);
            }
            notice.practised = Optional.of(act.at());
            notice.practisedBy = act.number();
            notice.signer = act.signer();
            notice.channelChange = act.channelChange();
            notice.become(act.accept() ? Notice.ACCEPTED : Notice.REJECTED, agenda.now());
            notice.practiceEvidence =
                    evidence.seal(notice, act.accept() ? "ACCEPTACIO" : "REBUIG", act.at(), act.number());
            report = online(notice);
            planReceipt(notice, act.at());
        }
        report.ifPresent(reporter::send);
    }

    void cancel(Notice notice, String reason, Instant at) throws NtRefusal {
        synchronized (store) {
            if (notice.state.equals(Notice.CANCELLED)) {
                throw NtErrors.refusal(3038);
            }
            notice.cancelled = Optional.of(at);
            notice.cancelReason = reason;
            notice.become(Notice.CANCELLED, at);
            notice.cancelEvidence = evidence.seal(notice, "ANUL·LACIO", at, "");
            planReceipt(notice, at);
        }
    }

    private void fail(Notice notice, Instant at) {
        notice.become(Notice.FAILED, at);
        online(notice).ifPresent(report -> agenda.at(at, when -> reporter.send(report)));
    }

    /** An administrator starts the failed phase again. */
    void relaunch(Notice notice, Instant at) {
        synchronized (store) {
            if (!notice.stalled && !notice.state.equals(Notice.FAILED)) {
                throw new IllegalStateException("only a notification that is in ERROR or stalled can be relaunched");
            }
            notice.broken = false;
            notice.stalled = false;
            if (notice.deposited.isPresent()) {
                notice.become(Notice.DEPOSITED, at);
                agenda.at(at, when -> expire(notice, when));
            } else if (notice.registered.isPresent() || notice.draft.withoutRegistry()) {
                notice.become(Notice.REGISTERED, at);
                agenda.at(at, when -> deposit(notice, when));
            } else {
                notice.become(Notice.PENDING, at);
                agenda.at(at, when -> register(notice, when));
            }
        }
        agenda.run();
    }

    private Optional<Reporter.Outgoing> online(Notice notice) {
        if (!reporter.isOn()) {
            return Optional.empty();
        }
        return Optional.of(outgoing("OnLine", List.of(notice), notice.updated));
    }

    /** The daily report of one entity; empty if nothing changed that day. */
    Optional<Reporter.Outgoing> daily(List<Notice> changed, Instant at) {
        return changed.isEmpty() ? Optional.empty() : Optional.of(outgoing("Diari", changed, at));
    }

    private static Reporter.Outgoing outgoing(String kind, List<Notice> notices, Instant at) {
        Notice first = notices.get(0);
        Notice.Sender entity = new Notice.Sender(first.organisation, first.organisationName, "");
        return new Reporter.Outgoing(
                String.join(",", notices.stream().map(n -> String.valueOf(n.id)).toList()),
                kind,
                String.join(",", notices.stream().map(n -> n.state).toList()),
                ReportText.soap(ReportText.report(kind, entity, at, notices)));
    }

    private void planReceipt(Notice notice, Instant at) {
        notice.pdf = Optional.empty();
        agenda.at(at.plus(settings.evidenceAfter()), when -> {
            synchronized (store) {
                notice.pdf = Optional.of(receipts.receipt(lines(notice), attached(notice), Instant.now()));
            }
        });
    }

    private static List<String> lines(Notice notice) {
        List<String> lines = new ArrayList<>(List.of(
                "Justificant de notificació electrònica (simulat)",
                "Identificador: " + notice.id,
                "Organisme: " + notice.organisationName + " (" + notice.organisation + ")",
                "Títol: " + notice.field("Titol"),
                "Referència: " + notice.field("Referencia"),
                "Registre de sortida: " + notice.registryNumber,
                "Estat: " + notice.state));
        notice.deposited.ifPresent(at -> lines.add("Dipòsit: " + Times.write(at)));
        notice.practised.ifPresent(at -> lines.add("Pràctica: " + Times.write(at)));
        notice.cancelled.ifPresent(at -> lines.add("Anul·lació: " + Times.write(at) + ", " + notice.cancelReason));
        notice.draft.recipients().forEach(r -> lines.add("Destinatari: " + r.name()));
        return lines;
    }

    private static List<EvidencePdf.Attachment> attached(Notice notice) {
        List<EvidencePdf.Attachment> attached = new ArrayList<>();
        attach(attached, "diposit.xml", notice.depositEvidence);
        attach(attached, "practica.xml", notice.practiceEvidence);
        attach(attached, "anullacio.xml", notice.cancelEvidence);
        return attached;
    }

    private static void attach(List<EvidencePdf.Attachment> attached, String name, String text) {
        if (!text.isEmpty()) {
            attached.add(new EvidencePdf.Attachment(name, text));
        }
    }

    /** {@code DadesSignador} of a recipient who acts for itself. */
    static String signer(Recipient recipient) {
        XmlText x = XmlText.prefixed("").open("Interessat");
        x.open(recipient.legal() ? "PersonaJuridica" : "PersonaFisica");
        Element document = Dom.need(recipient.person(), "DocumentIdentificatiu");
        x.copy(document).leaf(recipient.legal() ? "RaoSocial" : "NomComplet", recipient.name());
        return x.close().close().toString();
    }
}
