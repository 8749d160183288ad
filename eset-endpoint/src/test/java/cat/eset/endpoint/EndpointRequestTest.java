package cat.eset.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointRequestTest {

    /** It goes into logs, and neither servers nor proxies agree about what a method may hold. */
    @Test
    void what_is_printed_of_a_request_drives_no_terminal_and_tells_no_content() {
        EndpointRequest request = EndpointRequest.builder("P\u001b[2JOST\r\n", "/in/\u202e\u0007a")
                .query("nif=00000000T")
                .headers(EndpointHeaders.none().and("Authorization", "Bearer x"))
                .body("secret");

        assertThat(request).hasToString("P?[2JOST?? /in/??a (6 bytes)");
    }
}
