package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.signature.SignatureGroup;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** A town hall to test with: people, a clock that is moved by hand, a store and a work model. */
final class Town {

    /** A clock that is moved by hand. */
    static final class HandClock extends Clock {
        private Instant now;
        private Runnable beforeNextLook = () -> {};

        HandClock(Instant now) {
            this.now = now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }

        /** Does this before it is looked at again, once. */
        void beforeNextLook(Runnable work) {
            beforeNextLook = work;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Runnable first = beforeNextLook;
            beforeNextLook = () -> {};
            first.run();
            return now;
        }
    }

    static final TownHall EL_BRUC = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));

    final HandClock clock = new HandClock(Instant.parse("2026-03-02T09:00:00Z"));
    final MemoryStore store = MemoryStore.create(clock);
    final SigningDouble signing = new SigningDouble(clock);
    final NotifyingDouble notifying = new NotifyingDouble(clock);
    final BoardDouble board = new BoardDouble();
    final ExchangeDouble exchanging = new ExchangeDouble();
    final ArchiveDouble archive = new ArchiveDouble();
    final WorkModel work = builder().build();

    WorkModel.Builder builder() {
        return WorkModel.builder(store, clock)
                .signatures(signing)
                .notifications(notifying)
                .exchanges(exchanging)
                .directory(new DirectoryDouble())
                .noticeBoard(board)
                .archive(archive)
                .verificationCodes(VerificationCodes.random("Decret fictici 1/2026", new Random(7)))
                .random(new Random(42));
    }

    final Actor registrar = actor("Registradora", Office.REGISTRAR);
    final Actor technician = actor("Tècnica", Office.TECHNICIAN);
    final Actor mayor = actor("Alcaldessa", Office.MAYOR);
    final Actor secretary = actor("Secretari", Office.SECRETARY);
    final Actor administrator = actor("Administradora", Office.ADMINISTRATOR);

    /** An expedient with nothing in it. */
    ExpedientNumber expedient() {
        Opening opening = Opening.exOfficio("Expedient", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                .build();
        return work.expedients().open(opening, technician).number();
    }

    /** A decree of that expedient, signed and with its number. */
    DocumentId approvedDecree(ExpedientNumber expedient) {
        DocumentId id = work.decrees()
                .draft(expedient, "Decret", "Extracte", pdf("decret"), SignatureGroup.MAYOR_OR_DELEGATE, technician)
                .document();
        work.decrees().propose(id, technician);
        work.decrees().sign(id, mayor);
        work.decrees().approve(id, secretary);
        return id;
    }

    static Actor actor(String name, Office office) {
        return new Actor(new Person(Nif.of("00000000T"), name), office, EL_BRUC);
    }

    static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }
}
