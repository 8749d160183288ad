package cat.eset.testkit.internal.mux;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.testkit.VirtualClock;
import cat.eset.testkit.internal.enotum.ExitRegistry;
import cat.eset.testkit.internal.json.Json;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.sir.EntryRegistry;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** MUX V3: executes transactions against the vendor, falls back to the auxiliary registry, keeps the mailbox. */
public final class MuxEngine implements MuxDesk, ExitRegistry {

    private final VirtualClock clock;
    private final Pusher pusher;
    private final MuxRest rest;
    private final MuxLedger ledger = new MuxLedger();
    private final TransactionJson json;
    private final List<VendorAnswer> posts = new CopyOnWriteArrayList<>();
    private final AtomicLong exits = new AtomicLong();
    private volatile Optional<VendorRegistry> vendor = Optional.empty();

    /** A MUX that serves one town hall. */
    public MuxEngine(VirtualClock clock, List<TownHall> townHalls, HttpClient http) {
        this.clock = clock;
        this.pusher = new Pusher(http);
        this.json = new TransactionJson(townHalls.get(0));
        this.rest = new MuxRest(ledger, townHalls);
    }

    @Override
    public void register(VendorRegistry registry) {
        vendor = Optional.of(registry);
    }

    @Override
    public void allowClient(String issuer, Secret secret) {
        rest.allow(issuer, secret);
    }

    @Override
    public VendorAnswer post(MuxTransaction transaction) {
        VendorRegistry registry =
                vendor.orElseThrow(() -> new IllegalStateException("no vendor registry is registered at MUX"));
        Leg leg = ledger.leg(transaction.id(), transaction.leg());
        int executions;
        synchronized (ledger) {
            executions = leg.executions++;
        }
        String body;
        if (transaction.rawJson().isPresent()) {
            body = transaction.rawJson().get();
        } else {
            Map<String, @Nullable Object> object = json.object(transaction, executions, clock.instant());
            body = Json.write(object);
            synchronized (ledger) {
                leg.transaction = object;
            }
        }
        VendorAnswer answer = pusher.post(registry, transaction.id(), transaction.leg(), body);
        posts.add(answer);
        remember(leg, answer);
        return answer;
    }

    /** A number counts only in an answer of exactly the documented form. */
    private void remember(Leg leg, VendorAnswer answer) {
        if (!answer.arrived() || answer.status() != 200) {
            return;
        }
        try {
            Map<String, @Nullable Object> read = Json.readObject(answer.body());
            boolean good = Boolean.TRUE.equals(read.get("resultat"))
                    && Json.string(read, "idTransaccio").equals(leg.transactionId)
                    && Json.string(read, "tipus").equals(leg.leg)
                    && !Json.string(read, "numeroAssentament").isEmpty()
                    && MuxDates.isAnswerDate(Json.string(read, "dataAssentament"))
                    && MuxDates.isAnswerDate(Json.string(read, "dataPresentacio"));
            synchronized (ledger) {
                if (good && leg.principalNumber.isEmpty()) {
                    leg.principalNumber = Json.string(read, "numeroAssentament");
                    leg.principalDate = Json.string(read, "dataAssentament");
                    leg.presentedDate = Json.string(read, "dataPresentacio");
                }
            }
        } catch (IllegalArgumentException e) {
            // an answer that MUX cannot read is no number; the raw answer is in posts()
        }
    }

    @Override
    public MuxExecution executeInTurn(List<MuxTransaction> executions) {
        MuxTransaction last = executions.get(executions.size() - 1);
        Leg leg = ledger.leg(last.id(), last.leg());
        Optional<VendorAnswer> answer = Optional.empty();
        for (MuxTransaction transaction : executions) {
            if (!transaction.id().equals(last.id()) || !transaction.leg().equals(last.leg())) {
                throw new IllegalArgumentException("the executions are of one transaction and leg");
            }
            synchronized (ledger) {
                if (leg.hasNumber()) {
                    return execution(leg, answer);
                }
            }
            if (vendor.isPresent()) {
                answer = Optional.of(post(transaction));
            }
        }
        synchronized (ledger) {
            if (!leg.hasNumber()) {
                if (leg.transaction.isEmpty() && last.rawJson().isEmpty()) {
                    leg.transaction = json.object(last, 0, clock.instant());
                }
                ledger.numberAuxiliary(leg, clock.instant());
            }
            return execution(leg, answer);
        }
    }

    private static MuxExecution execution(Leg leg, Optional<VendorAnswer> answer) {
        boolean principal = !leg.principalNumber.isEmpty();
        return new MuxExecution(principal ? leg.principalNumber : leg.auxiliaryNumber, !principal, answer);
    }

    @Override
    public ExitRegistry.Entry register(String organisation, String subject, String reference) {
        String id = String.format(java.util.Locale.ROOT, "e007-0000-0000-%04x", exits.incrementAndGet());
        MuxExecution execution =
                execute(MuxTransaction.exit(id, subject).application("eNOTUM").build());
        Leg leg = ledger.leg(id, "S");
        synchronized (ledger) {
            Instant date = execution.auxiliary() ? clock.instant() : MuxDates.answerDate(leg.principalDate);
            return new ExitRegistry.Entry(execution.number(), date);
        }
    }

    /** An entry that another service of the consortium makes: it is posted to the vendor, who may be waiting for that service. */
    public EntryRegistry.Entry registerEntry(String subject, String application) {
        String id = String.format(java.util.Locale.ROOT, "51a0-0000-0000-%04x", exits.incrementAndGet());
        MuxExecution execution = execute(
                MuxTransaction.entry(id, subject).application(application).build());
        Leg leg = ledger.leg(id, "E");
        synchronized (ledger) {
            Instant date = execution.auxiliary() ? clock.instant() : MuxDates.answerDate(leg.principalDate);
            return new EntryRegistry.Entry(execution.number(), date);
        }
    }

    @Override
    public void addReceipt(String transactionId, String leg, String documentUuid) {
        synchronized (ledger) {
            ledger.leg(transactionId, leg).receipt = documentUuid;
        }
    }

    @Override
    public List<VendorAnswer> posts() {
        return List.copyOf(posts);
    }

    @Override
    public String mailboxId() {
        return MuxLedger.MAILBOX;
    }

    @Override
    public List<MuxLeg> legs() {
        synchronized (ledger) {
            return ledger.all().stream().map(Leg::toPublic).toList();
        }
    }

    /** MUX V2, over the same transactions. */
    public PciProduct product() {
        return new Mux2Service(ledger, transaction -> execute(transaction).number());
    }

    /** The REST services for registry tools. */
    public void handle(HttpExchange exchange) throws IOException {
        rest.handle(exchange);
    }
}
