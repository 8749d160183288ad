package cat.eset.core.channel;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.party.ElectronicRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelTest {

    @Test
    void r5AChangeOfChannelCountsFromTheFifthWorkingDay() {
        RelationHistory history = RelationHistory.free().chose(true, day("3/3/2025"));

        assertThat(history.on(day("9/3/2025"), catalonia()).relation()).isEqualTo(ElectronicRelation.NOT_CHOSEN);
        RelationHistory.Answer answer = history.on(day("10/3/2025"), catalonia());
        assertThat(answer.relation()).isEqualTo(ElectronicRelation.CHOSEN);
        assertThat(answer.reasons())
                .extracting(r -> r.article().toString())
                .contains("art. 14.1 Llei 39/2015", "art. 3.2 Reial decret 203/2021");
    }

    @Test
    void theLastChoiceThatCountsRules() {
        RelationHistory history =
                RelationHistory.free().chose(false, day("2/6/2025")).chose(true, day("3/3/2025"));

        assertThat(history.on(day("6/6/2025"), catalonia()).relation()).isEqualTo(ElectronicRelation.CHOSEN);
        assertThat(history.on(day("10/6/2025"), catalonia()).relation()).isEqualTo(ElectronicRelation.NOT_CHOSEN);
    }

    @ParameterizedTest
    @EnumSource(Obligation.class)
    void whoIsObligedStaysSo(Obligation why) {
        RelationHistory.Answer answer =
                RelationHistory.obliged(why).chose(false, day("3/3/2025")).on(day("1/12/2025"), catalonia());

        assertThat(answer.relation()).isEqualTo(ElectronicRelation.OBLIGED);
        assertThat(answer.reasons().get(0).article().number()).startsWith("14.");
    }

    @ParameterizedTest(name = "legal-rules R6.3: {0}, ex officio {1}, contact {2}, objects {3}, in person {4}: {5}")
    @CsvSource({
        "OBLIGED, false, true, false, false, ELECTRONIC, 41.1",
        "OBLIGED, false, false, false, false, ELECTRONIC, 41.1",
        "OBLIGED, true, false, false, false, PAPER_THEN_ELECTRONIC, 43.2",
        "OBLIGED, true, true, false, false, ELECTRONIC, 41.1",
        "CHOSEN, true, true, false, false, ELECTRONIC, 41.1",
        "NOT_CHOSEN, false, true, false, false, PAPER, 42.1",
        "OBLIGED, false, true, true, false, PAPER, 41.2",
        "CHOSEN, false, true, false, true, IN_PERSON, 41.1"
    })
    void channel(
            ElectronicRelation relation,
            boolean exOfficio,
            boolean contact,
            boolean objects,
            boolean inPerson,
            NotificationChannel channel,
            String article) {
        ChannelRule rule = ChannelRule.of(new ChannelRule.Facts(relation, exOfficio, contact, objects, inPerson));

        assertThat(rule.channel()).isEqualTo(channel);
        assertThat(rule.reasons().get(0).article().number()).isEqualTo(article);
    }
}
