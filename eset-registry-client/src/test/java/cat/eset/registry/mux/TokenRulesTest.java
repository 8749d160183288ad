package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenRulesTest {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final long ISSUED = 1709282100;

    /** Contract mux 6.1, with its two signatures. */
    private static final String VECTOR =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJWRU5ET1IiLCJzdWIiOiIwODk5OTkwMDAxIiwiYXVkIjoibXV4X3YzIiwi"
                    + "bmJmIjoxNzA5MjgyMTAwLCJpYXQiOjE3MDkyODIxMDAsImV4cCI6MTcwOTI4MjEyMH0";

    private static final String AS_TEXT = ".ylStBgXs1DUFwz1k4mCnzQsi2ZiUaq1wkNNrwGhLxA8";
    private static final String DECODED = ".eXJ7rkaUVI5y1HehatPpod7BkgSa6scaeiXvUPuzfEw";

    private static TokenRules.Builder rules() {
        return TokenRules.builder(Secret.of(Tokens.SECRET)).clock(at(ISSUED + 10));
    }

    private static Clock at(long epochSecond) {
        return Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
    }

    private static Optional<TokenProblem> problem(TokenRules rules, String token) {
        return rules.problemOf(Optional.of("Bearer " + token));
    }

    @Test
    void accepts_the_published_vector_with_the_key_as_text() {
        TokenRules rules = rules().issuer("VENDOR")
                .subject("0899990001")
                .audience("mux_v3")
                .build();

        assertThat(problem(rules, VECTOR + AS_TEXT)).isEmpty();
        assertThat(problem(rules, VECTOR + DECODED)).contains(TokenProblem.SIGNATURE);
    }

    @Test
    void accepts_the_published_vector_with_the_key_decoded() {
        TokenRules rules = rules().secretForm(SecretForm.BASE64URL).build();

        assertThat(problem(rules, VECTOR + DECODED)).isEmpty();
        assertThat(problem(rules, VECTOR + AS_TEXT)).contains(TokenProblem.SIGNATURE);
    }

    @Test
    void accepts_what_MUX_was_seen_to_send() {
        String emptyClaims = Tokens.signed(
                "{\"typ\":\"JWT\",\"alg\":\"HS256\"}",
                "{\"iss\":\"\",\"sub\":\"\",\"aud\":[null],\"jti\":\"x\",\"iat\":" + ISSUED + ",\"exp\":"
                        + (ISSUED + 300) + "}");

        assertThat(problem(rules().build(), emptyClaims)).isEmpty();
        assertThat(problem(rules().build(), Tokens.likeMux(ISSUED))).isEmpty();
        assertThat(rules().build().problemOf(Optional.of("bearer  " + emptyClaims)))
                .isEmpty();
    }

    static Stream<Arguments> badTokens() {
        String claims = "{\"iss\":\"MUX\",\"sub\":\"1\",\"iat\":" + ISSUED + ",\"exp\":" + (ISSUED + 300) + "}";
        byte[] otherKey = "another key, long enough to be one".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                bad("unsigned", Tokens.part(HEADER) + "." + Tokens.part(claims) + ".", TokenProblem.SIGNATURE),
                bad(
                        "alg none",
                        Tokens.part("{\"alg\":\"none\"}") + "." + Tokens.part(claims) + ".",
                        TokenProblem.ALGORITHM),
                bad("alg none, well signed", Tokens.signed("{\"alg\":\"none\"}", claims), TokenProblem.ALGORITHM),
                bad("alg RS256", Tokens.signed("{\"alg\":\"RS256\"}", claims), TokenProblem.ALGORITHM),
                bad("alg in lower case", Tokens.signed("{\"alg\":\"hs256\"}", claims), TokenProblem.ALGORITHM),
                bad("alg a list", Tokens.signed("{\"alg\":[\"HS256\"]}", claims), TokenProblem.ALGORITHM),
                bad(
                        "critical extension",
                        Tokens.signed("{\"alg\":\"HS256\",\"crit\":[\"x\"]}", claims),
                        TokenProblem.ALGORITHM),
                bad("another key", Tokens.signed(HEADER, claims, otherKey), TokenProblem.SIGNATURE),
                bad(
                        "claims exchanged",
                        Tokens.part(HEADER) + "." + Tokens.part(claims.replace("\"1\"", "\"2\"")) + "."
                                + Tokens.signatureOf(Tokens.signed(HEADER, claims)),
                        TokenProblem.SIGNATURE),
                bad("expired", Tokens.signed(HEADER, "{\"exp\":" + (ISSUED - 50) + "}"), TokenProblem.EXPIRED),
                bad("no exp", Tokens.signed(HEADER, "{\"iat\":" + ISSUED + "}"), TokenProblem.NO_EXPIRY),
                bad("exp a text", Tokens.signed(HEADER, "{\"exp\":\"" + (ISSUED + 9) + "\"}"), TokenProblem.NO_EXPIRY),
                bad("exp beyond time", Tokens.signed(HEADER, "{\"exp\":1e300}"), TokenProblem.NO_EXPIRY),
                bad(
                        "not yet",
                        Tokens.signed(HEADER, "{\"nbf\":" + (ISSUED + 71) + ",\"exp\":" + (ISSUED + 300) + "}"),
                        TokenProblem.NOT_YET_VALID),
                bad(
                        "issued tomorrow",
                        Tokens.signed(HEADER, "{\"iat\":" + (ISSUED + 86400) + ",\"exp\":" + (ISSUED + 90000) + "}"),
                        TokenProblem.NOT_YET_VALID),
                bad(
                        "nbf a text",
                        Tokens.signed(HEADER, "{\"nbf\":\"" + (ISSUED + 999) + "\",\"exp\":" + (ISSUED + 300) + "}"),
                        TokenProblem.NOT_YET_VALID),
                bad(
                        "iat beyond time",
                        Tokens.signed(HEADER, "{\"iat\":1e300,\"exp\":" + (ISSUED + 300) + "}"),
                        TokenProblem.NOT_YET_VALID),
                bad(
                        "exp twice",
                        Tokens.signed(HEADER, "{\"exp\":" + (ISSUED - 300) + ",\"exp\":" + (ISSUED + 300) + "}"),
                        TokenProblem.MALFORMED),
                bad("signature with something behind it", Tokens.signed(HEADER, claims) + "A", TokenProblem.SIGNATURE),
                bad(
                        "signature cut short",
                        Tokens.signed(HEADER, claims)
                                .substring(0, Tokens.signed(HEADER, claims).length() - 4),
                        TokenProblem.SIGNATURE),
                bad("two parts", "a.b", TokenProblem.MALFORMED),
                bad("four parts", Tokens.signed(HEADER, claims) + ".x", TokenProblem.MALFORMED),
                bad("not JSON", Tokens.signed("HS256", claims), TokenProblem.MALFORMED),
                bad("claims a list", Tokens.signed(HEADER, "[]"), TokenProblem.MALFORMED),
                bad("alg twice", Tokens.signed("{\"alg\":\"none\",\"alg\":\"HS256\"}", claims), TokenProblem.MALFORMED),
                bad("empty", "", TokenProblem.MALFORMED),
                bad("enormous", "a.".repeat(100_000), TokenProblem.MALFORMED));
    }

    private static Arguments bad(String name, String token, TokenProblem problem) {
        return Arguments.of(name, token, problem);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badTokens")
    void refuses(String name, String token, TokenProblem expected) {
        assertThat(problem(rules().build(), token)).as(name).contains(expected);
    }

    @Test
    void allows_the_clocks_to_be_apart_as_far_as_said_and_no_further() {
        String token = Tokens.signed(HEADER, "{\"exp\":" + ISSUED + "}");

        assertThat(problem(rules().clock(at(ISSUED + 59)).build(), token)).isEmpty();
        assertThat(problem(rules().clock(at(ISSUED + 60)).build(), token)).contains(TokenProblem.EXPIRED);
        String ahead = Tokens.signed(
                HEADER, "{\"nbf\":" + (ISSUED + 70) + ",\"iat\":" + (ISSUED + 70) + ",\"exp\":" + (ISSUED + 90) + "}");
        assertThat(problem(rules().clock(at(ISSUED + 10)).build(), ahead)).isEmpty();
        assertThat(problem(rules().clock(at(ISSUED + 9)).build(), ahead)).contains(TokenProblem.NOT_YET_VALID);
    }

    @Test
    void compares_issuer_subject_and_audience_with_what_was_agreed() {
        String token = Tokens.likeMux(ISSUED);

        assertThat(problem(rules().issuer("EACAT").build(), token)).contains(TokenProblem.ISSUER);
        assertThat(problem(rules().subject("0899990001").build(), token)).contains(TokenProblem.SUBJECT);
        assertThat(problem(rules().audience("mux_v3").build(), token)).contains(TokenProblem.AUDIENCE);
        assertThat(problem(rules().issuer("MUX").subject("0802560003").build(), token))
                .isEmpty();
    }

    @Test
    void finds_the_audience_in_a_list_too() {
        TokenRules rules = rules().audience("mux_v3").build();
        String claims = "{\"aud\":%s,\"exp\":" + (ISSUED + 300) + "}";

        assertThat(problem(rules, Tokens.signed(HEADER, claims.formatted("[null,\"mux_v3\"]"))))
                .isEmpty();
        assertThat(problem(rules, Tokens.signed(HEADER, claims.formatted("[\"mux_v2\"]"))))
                .contains(TokenProblem.AUDIENCE);
    }

    @Test
    void wants_a_bearer_token() {
        assertThat(rules().build().problemOf(Optional.empty())).contains(TokenProblem.MISSING);
        assertThat(rules().build().problemOf(Optional.of("Basic YTpi"))).contains(TokenProblem.MISSING);
    }

    @Test
    void refuses_a_secret_that_cannot_be_a_key_when_it_is_configured() {
        assertThatThrownBy(() -> TokenRules.builder(Secret.of("not base64 at all!"))
                        .secretForm(SecretForm.BASE64URL)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("base64 at all");
        assertThatThrownBy(() -> TokenRules.builder(Secret.of("")).build()).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> TokenRules.builder(Secret.of("a secret with a line\u2019s quote"))
                        .build())
                .as("half of a character would be the key")
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void the_vectors_key_decodes_to_what_the_contract_says() {
        assertThat(Base64.getUrlDecoder().decode(Tokens.SECRET)).asString().startsWith("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    }
}
