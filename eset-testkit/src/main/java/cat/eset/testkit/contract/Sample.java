package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.EntryDraft;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Values for the contract tests; all fictitious. */
final class Sample {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    static final TownHall TOWN = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    static final TownHall OTHER_TOWN =
            TownHall.of("Ajuntament de Sant Quirze Safaja", Ine10.of("0823970005"), Dir3.of("L01082397"));
    static final Actor REGISTRAR = actor(TOWN);

    private Sample() {}

    static Actor actor(TownHall townHall) {
        return new Actor(new Person(Nif.of("00000000T"), "Registradora Fictícia"), Office.REGISTRAR, townHall);
    }

    static EntryDraft entry() {
        return EntryDraft.entry("Sol·licitud de prova").build();
    }

    static EntryDraft exit() {
        return EntryDraft.exit("Resposta de prova").build();
    }

    static Opening opening() {
        return Opening.exOfficio("Expedient de prova", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                .build();
    }

    static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }

    /** A clock that is moved by hand. */
    static final class HandClock extends Clock {
        private volatile Instant now;

        HandClock(Instant now) {
            this.now = now;
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
            return now;
        }
    }
}
