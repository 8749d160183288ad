package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.OperationId;
import cat.eset.transport.Front;
import cat.eset.transport.Modality;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.pci.PciFinding.Check;
import cat.eset.transport.pci.PciFinding.Level;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Looks at one thing after another, from our certificate to the answer of the PCI, and turns what goes wrong into
 * findings. Thread-safe.
 */
final class PciDoctor {

    /** A certificate takes weeks to renew and to have authorised again. */
    private static final Duration SOON = Duration.ofDays(30);

    /** The header tells whole seconds, and the exchange takes some. */
    private static final Duration TOLERATED_OFFSET = Duration.ofSeconds(30);

    private final PciSettings settings;
    private final HttpExchangeClient http;
    private final PciConversation conversation;
    private final Clock realTime;

    PciDoctor(PciSettings settings, HttpExchangeClient http, PciConversation conversation, Clock realTime) {
        this.settings = settings;
        this.http = http;
        this.conversation = conversation;
        this.realTime = realTime;
    }

    /** Asks after a batch that never was: touches no data, and shows everything but what was granted. */
    PciDiagnosis examine(Modality modality, Purpose purpose) {
        OperationId never = OperationId.next(settings.clock, settings.random);
        PciTicket ticket = new PciTicket(never, modality, purpose, List.of(never.value()));
        return examine(modality, Front.ASINCRON_RESPOSTA, new Findings(false, modality, purpose), () -> {
            conversation.poll(ticket, NoPayload.CODEC);
        });
    }

    /** Asks a harmless question of the caller. */
    PciDiagnosis examine(PciBatch<?, ?> query, Purpose purpose) {
        return examine(query.modality(), Front.SINCRON, new Findings(true, query.modality(), purpose), () -> {
            conversation.ask(query);
        });
    }

    private PciDiagnosis examine(Modality modality, Front front, Findings findings, Runnable probe) {
        certificate(findings);
        if (reach(modality, front, findings)) {
            ask(findings, probe);
        }
        return findings.diagnosis();
    }

    private void certificate(Findings findings) {
        X509Certificate certificate = settings.credentials.certificate();
        Instant now = realTime.instant();
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now)) {
            findings.put(Check.CERTIFICATE, Level.PROBLEM, "Our certificate expired on " + end, "Renew it.");
        } else if (certificate.getNotBefore().toInstant().isAfter(now)) {
            findings.put(
                    Check.CERTIFICATE,
                    Level.PROBLEM,
                    "Our certificate is not valid before "
                            + certificate.getNotBefore().toInstant(),
                    "Check the clock of this machine.");
        } else if (Duration.between(now, end).compareTo(SOON) < 0) {
            findings.put(
                    Check.CERTIFICATE,
                    Level.WARNING,
                    "Our certificate expires on " + end,
                    "Renew it now, and have the new one authorised in the PCI before that day.");
        } else {
            findings.ok(Check.CERTIFICATE, "Our certificate is valid until " + end);
        }
    }

    /** Whether there is somebody at the address; whatever a plain GET gets for an answer will do. */
    private boolean reach(Modality modality, Front front, Findings findings) {
        try {
            URI uri = settings.environment.endpoint(modality.product().cluster(), front);
            Instant before = realTime.instant();
            HttpAnswer answer = http.send(HttpCall.get(uri, modality.product().code(), "Doctor")
                    .timeouts(settings.timeouts(modality))
                    .build());
            findings.ok(Check.HOST, uri.getHost() + " answers");
            if ("https".equals(uri.getScheme())) {
                findings.ok(Check.TLS, "Its certificate is trusted and bears the right name");
            } else {
                findings.put(Check.TLS, Level.WARNING, "The address is plain http", "Use it for tests only.");
            }
            clock(answer, before, findings);
            return true;
        } catch (HttpExchangeException e) {
            findings.unreachable(e);
        } catch (ConfigurationException e) {
            findings.problem(Check.HOST, e.failure());
        }
        return false;
    }

    private void clock(HttpAnswer answer, Instant before, Findings findings) {
        Optional<Instant> theirs = answer.header("date").flatMap(PciDoctor::date);
        if (theirs.isEmpty()) {
            findings.put(Check.CLOCK, Level.UNKNOWN, "The server did not say what time it is", "");
            return;
        }
        Instant now = realTime.instant();
        boolean between =
                !theirs.get().isBefore(before.minusSeconds(1)) && !theirs.get().isAfter(now);
        Duration offset = between ? Duration.ZERO : Duration.between(theirs.get(), now);
        String what = "The clock here is " + offset.abs().toSeconds() + " s "
                + (offset.isNegative() ? "behind" : "ahead") + " of that of the server";
        String remedy = "Synchronise the clock of this machine (NTP).";
        if (offset.abs().compareTo(settings.wsSecurity.timeToLive()) >= 0) {
            findings.put(Check.CLOCK, Level.PROBLEM, what + ", so signed messages are born dead", remedy);
        } else if (offset.abs().compareTo(TOLERATED_OFFSET) > 0) {
            findings.put(Check.CLOCK, Level.WARNING, what, remedy);
        } else {
            findings.ok(Check.CLOCK, "The clocks agree");
        }
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void ask(Findings findings, Runnable probe) {
        try {
            probe.run();
            findings.recognised();
            findings.granted();
            findings.signed(settings.verification);
        } catch (PciAccessDeniedException e) {
            findings.problem(Check.ACCESS, e.failure());
        } catch (PciAuthenticationException e) {
            findings.ok(Check.ACCESS, "The PCI itself answered");
            findings.problem(Check.AUTHENTICATION, e.failure());
        } catch (PciStateException e) {
            findings.recognised();
            findings.refused(e.failure());
            findings.signed(settings.verification);
        } catch (PciTransportException e) {
            findings.unreachable(e);
        } catch (EsetException e) {
            boolean ours = e.failure().fault() == Fault.CALLER;
            findings.problem(ours ? Check.AUTHORISATION : Check.ANSWER, e.failure());
        }
    }

    /** What was found so far; each check has at most one finding. */
    private static final class Findings {
        private final Map<Check, PciFinding> found = new EnumMap<>(Check.class);
        private final boolean realQuery;
        private final String granted;

        Findings(boolean realQuery, Modality modality, Purpose purpose) {
            this.realQuery = realQuery;
            this.granted = modality + " for the purpose " + purpose;
        }

        void put(Check check, Level level, String what, String remedy) {
            Optional<String> todo = remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
            found.put(check, new PciFinding(check, level, what, todo));
        }

        void ok(Check check, String what) {
            put(check, Level.OK, what, "");
        }

        void problem(Check check, Failure failure) {
            put(check, Level.PROBLEM, words(failure), failure.remedy().orElse(""));
        }

        void unreachable(EsetException e) {
            boolean tls = false;
            for (Throwable t = e; t != null && !tls; t = t.getCause()) {
                tls = t instanceof SSLException;
            }
            if (tls) {
                ok(Check.HOST, "The host can be reached");
            }
            problem(tls ? Check.TLS : Check.HOST, e.failure());
        }

        void recognised() {
            ok(Check.ACCESS, "The PCI itself answered");
            ok(Check.AUTHENTICATION, "The PCI recognised the certificate");
        }

        void granted() {
            if (realQuery) {
                ok(Check.AUTHORISATION, "The PCI answered a query of " + granted);
            } else {
                notShown();
            }
        }

        /** The state does not tell why: the PCI has one code for every refusal. */
        void refused(Failure failure) {
            if (realQuery) {
                put(
                        Check.AUTHORISATION,
                        Level.PROBLEM,
                        "The PCI refused a query of " + granted + ": " + words(failure),
                        "Check with the consortium that both were granted to this town hall in this environment.");
            } else {
                notShown();
            }
        }

        private void notShown() {
            put(
                    Check.AUTHORISATION,
                    Level.UNKNOWN,
                    "Nothing was asked that shows what was granted",
                    "Give the doctor a harmless query of each product you use.");
        }

        void signed(SignatureVerification verification) {
            if (verification == SignatureVerification.REQUIRE) {
                ok(Check.ANSWER, "The answer was signed by whom the environment names");
            } else {
                put(
                        Check.ANSWER,
                        Level.WARNING,
                        "Answers are believed without a valid signature",
                        "Name who signs them in this environment and require signatures.");
            }
        }

        PciDiagnosis diagnosis() {
            for (Check check : Check.values()) {
                if (!found.containsKey(check)) {
                    put(check, Level.UNKNOWN, "It was not got so far", "");
                }
            }
            return new PciDiagnosis(List.copyOf(found.values()));
        }

        private static String words(Failure failure) {
            String remote = failure.remoteCode()
                    .map(c -> " (" + c + failure.remoteText().map(t -> ": " + t).orElse("") + ")")
                    .orElse("");
            return failure.what() + remote;
        }
    }
}
