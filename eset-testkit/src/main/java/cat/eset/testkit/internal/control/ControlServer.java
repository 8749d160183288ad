package cat.eset.testkit.internal.control;

import cat.eset.core.Secret;
import cat.eset.testkit.SimulatedConsortium;
import cat.eset.testkit.tsa.TimeStampLie;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.NoSuchElementException;

/** Lets the process that started a simulator play at its desks. Loopback only; every connection shows the token first. */
public final class ControlServer implements AutoCloseable {

    private final ServerSocket socket;
    private final SimulatedConsortium consortium;
    private final String token;

    /** Opens the channel on a free loopback port. */
    public ControlServer(SimulatedConsortium consortium, String token) {
        this.consortium = consortium;
        this.token = token;
        try {
            this.socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of the channel. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Serves until it is closed. */
    public void run() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "consortium-control");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(connection.getOutputStream()));
            if (!isToken(Fields.receive(in).text())) {
                return;
            }
            while (true) {
                answer(Fields.receive(in)).send(out);
            }
        } catch (IOException e) {
            // the other side went away, which ends the conversation and nothing else
        }
    }

    private boolean isToken(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private Fields answer(Fields request) {
        Fields answer = new Fields().put("ok");
        try {
            String verb = request.text();
            switch (verb.substring(0, verb.indexOf('.'))) {
                case "clock" -> consortium.clock().advanceTo(request.instant());
                case "pci" -> pci(verb, request, answer);
                case "enotum" -> enotum(verb, request, answer);
                case "mux" -> mux(verb, request, answer);
                case "sir" -> sir(verb, request, answer);
                case "eacat" -> eacat(verb, request);
                case "desal" -> desal(verb, request, answer);
                case "network" -> network(verb, request, answer);
                case "signador" -> signador(verb, request, answer);
                case "validador" -> validador(verb, request, answer);
                case "tsa" -> timeStamps(verb, request, answer);
                case "endpoints" -> Forms.endpoints(answer, consortium.endpoints());
                default -> throw new IllegalArgumentException("unknown verb " + verb);
            }
            return answer;
        } catch (IllegalArgumentException e) {
            return failed("argument", e);
        } catch (NoSuchElementException e) {
            return failed("missing", e);
        } catch (RuntimeException e) {
            return failed("state", e);
        }
    }

    private static Fields failed(String kind, RuntimeException e) {
        return new Fields().put(kind).put(String.valueOf(e.getMessage()));
    }

    private void pci(String verb, Fields in, Fields out) {
        switch (verb) {
            case "pci.script" -> consortium.pci().script(Forms.fault(in), in.text(), in.integer());
            case "pci.clear" -> consortium.pci().clearScript();
            case "pci.exchanges" -> out.putAll(consortium.pci().exchanges(), Forms::exchange);
            case "pci.record" -> consortium.pci().recordTo(Path.of(in.text()));
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void enotum(String verb, Fields in, Fields out) {
        switch (verb) {
            case "enotum.all" -> out.putAll(consortium.enotum().notifications(), Forms::stored);
            case "enotum.find" ->
                out.putAll(consortium.enotum().find(in.number()).stream().toList(), Forms::stored);
            case "enotum.accept" -> consortium.enotum().accept(in.number());
            case "enotum.acceptAs" -> consortium.enotum().accept(in.number(), in.text());
            case "enotum.reject" -> consortium.enotum().reject(in.number());
            case "enotum.cancel" -> consortium.enotum().cancel(in.number(), in.text());
            case "enotum.break" -> consortium.enotum().breakEngine(in.number());
            case "enotum.stall" -> consortium.enotum().stall(in.number());
            case "enotum.anyOrder" -> consortium.enotum().ignoreOrderOfSearches();
            case "enotum.relaunch" -> consortium.enotum().relaunch(in.number());
            case "enotum.publicBody" -> consortium.enotum().declarePublicBody(in.text());
            case "enotum.backOffice" -> consortium.enotum().createBackOffice(in.text());
            case "enotum.tag" -> consortium.enotum().agreeOnTag(in.text());
            case "enotum.store" ->
                consortium
                        .enotum()
                        .putInDocumentStore(in.text(), Base64.getDecoder().decode(in.text()));
            case "enotum.enforce" -> consortium.enotum().enforce(in.integer());
            case "enotum.refuseNext" -> consortium.enotum().refuseNext(in.text(), in.integer());
            case "enotum.failAfterNext" -> consortium.enotum().failAfterNext(in.text(), in.integer());
            case "enotum.logIn" -> out.put(consortium.enotum().logIn(in.text(), in.text()));
            case "enotum.reportTo" -> consortium.enotum().reportTo(URI.create(in.text()));
            case "enotum.stopReports" -> consortium.enotum().stopReports();
            case "enotum.daily" -> consortium.enotum().sendDailyReport();
            case "enotum.reports" -> out.putAll(consortium.enotum().reports(), Forms::delivery);
            case "enotum.notices" -> out.putAll(consortium.enotum().notices(), Forms::notice);
            case "enotum.searchable" -> consortium.enotum().searchableAfterSeconds(in.number());
            case "enotum.downloads" -> consortium.enotum().offerDownloadsFrom(URI.create(in.text()));
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void mux(String verb, Fields in, Fields out) {
        switch (verb) {
            case "mux.register" -> consortium.mux().register(Forms.registry(in));
            case "mux.post" -> Forms.answer(out, consortium.mux().post(Forms.transaction(in)));
            case "mux.execute" -> Forms.execution(out, consortium.mux().executeInTurn(in.list(Forms::transaction)));
            case "mux.posts" -> out.putAll(consortium.mux().posts(), Forms::answer);
            case "mux.mailbox" -> out.put(consortium.mux().mailboxId());
            case "mux.legs" -> out.putAll(consortium.mux().legs(), Forms::leg);
            case "mux.allow" -> consortium.mux().allowClient(in.text(), Secret.of(in.text()));
            case "mux.receipt" -> consortium.mux().addReceipt(in.text(), in.text(), in.text());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void sir(String verb, Fields in, Fields out) {
        switch (verb) {
            case "sir.all" -> out.putAll(consortium.sir().exchanges(), Forms::sirExchange);
            case "sir.confirm" -> consortium.sir().confirm(in.text(), in.text());
            case "sir.reject" -> consortium.sir().reject(in.text(), in.text());
            case "sir.forward" -> consortium.sir().forward(in.text(), in.text(), in.text());
            case "sir.fail" -> consortium.sir().fail(in.text(), in.text());
            case "sir.deliver" -> out.put(consortium.sir().deliver(in.text(), Forms.files(in)));
            case "sir.tellOnce" -> consortium.sir().tellOnce(in.truth());
            case "sir.refuse" -> consortium.sir().refuseNext(in.text());
            case "sir.refuseAfter" -> consortium.sir().refuseNextAfterDoing(in.text());
            case "sir.spoil" -> consortium.sir().spoilDownloads(in.truth());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void signador(String verb, Fields in, Fields out) {
        switch (verb) {
            case "signador.register" -> consortium.signador().register(in.text(), Secret.of(in.text()));
            case "signador.sign" ->
                consortium.signador().sign(in.text(), consortium.pki().identity(in.text()));
            case "signador.signOther" ->
                consortium
                        .signador()
                        .signSomethingElse(in.text(), consortium.pki().identity(in.text()));
            case "signador.disk" ->
                consortium.signador().putOnDisk(in.text(), Base64.getDecoder().decode(in.text()));
            case "signador.refuse" -> consortium.signador().refuse(in.text());
            case "signador.tasks" -> out.putAll(consortium.signador().tasks(), Forms::task);
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void eacat(String verb, Fields in) {
        switch (verb) {
            case "eacat.add" -> consortium.eacat().add(in.text(), Forms.texts(in));
            case "eacat.clear" -> consortium.eacat().clear();
            case "eacat.townHalls" -> consortium.eacat().addTownHalls(in.integer());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void validador(String verb, Fields in, Fields out) {
        switch (verb) {
            case "validador.answer" -> consortium.validador().answerNext(in.text(), in.text());
            case "validador.break" -> consortium.validador().breakNext(in.integer());
            case "validador.requests" -> out.putAll(consortium.validador().requests(), Fields::put);
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void desal(String verb, Fields in, Fields out) {
        switch (verb) {
            case "desal.allow" -> consortium.desal().allow(in.text(), in.text(), Secret.of(in.text()));
            case "desal.deny" -> consortium.desal().deny(in.text());
            case "desal.scan" -> consortium.desal().scanFor(in.duration());
            case "desal.infect" -> consortium.desal().infect(in.text());
            case "desal.put" ->
                out.put(consortium
                        .desal()
                        .put(
                                in.text(),
                                in.text(),
                                in.text(),
                                Base64.getDecoder().decode(in.text())));
            case "desal.external" -> out.put(consortium.desal().putExternal(in.text(), in.text(), in.text()));
            case "desal.all" -> out.putAll(consortium.desal().documents(), Forms::document);
            case "desal.spoil" -> consortium.desal().spoilDownloads(in.truth());
            case "desal.host" -> consortium.desal().offerBytesFrom(in.text());
            case "desal.answer" -> consortium.desal().answerNext(in.text(), in.text());
            case "desal.lose" -> consortium.desal().loseNextAnswer(in.text());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void timeStamps(String verb, Fields in, Fields out) {
        switch (verb) {
            case "tsa.lie" -> consortium.timeStamps().lie(TimeStampLie.valueOf(in.text()));
            case "tsa.requests" -> out.put(consortium.timeStamps().requests());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private void network(String verb, Fields in, Fields out) {
        switch (verb) {
            case "network.cut" -> consortium.network().cutLine();
            case "network.restore" -> consortium.network().restoreLine();
            case "network.slow" -> consortium.network().slowTo(in.integer());
            case "network.torture" -> consortium.network().torture(in.integer(), in.number());
            case "network.spoilt" -> out.put(consortium.network().spoilt());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
