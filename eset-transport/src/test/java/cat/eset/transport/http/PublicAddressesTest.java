package cat.eset.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.transport.ServerTrust;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that come from strangers never lead into this machine or the private network. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "2002:a00:1::1",
                "64:ff9b::a00:1",
                "ff02::1"
            })
    void addressOfThisMachineOrAPrivateNetworkIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"84.88.0.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2a00:1450::1"})
    void addressOfTheInternetIsPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/crl",
                "http://127.0.0.1:1/crl",
                "http://[::1]:1/crl",
                "http://2130706433:1/crl",
                "http://[::ffff:127.0.0.1]:1/crl"
            })
    void guardedClientSendsNothingThere(String address) {
        try (HttpExchangeClient guarded = HttpExchangeClient.builder(ServerTrust.ofJava())
                .publicAddressesOnly()
                .build()) {
            HttpExchangeException error = catchThrowableOfType(
                    HttpExchangeException.class,
                    () -> guarded.send(
                            HttpCall.get(URI.create(address), "test", "fetch").build()));
            assertThat(error).isNotNull();
            assertThat(error.requestSent()).isEqualTo(RequestSent.NO);
            assertThat(error.toString() + error.getCause())
                    .containsAnyOf("not allowed", "not one of the public Internet");
        }
    }

    @Test
    void unguardedClientGoesAnywhere() {
        try (HttpExchangeClient plain =
                HttpExchangeClient.builder(ServerTrust.ofJava()).build()) {
            HttpExchangeException error = catchThrowableOfType(
                    HttpExchangeException.class,
                    () -> plain.send(HttpCall.get(URI.create("http://127.0.0.1:1/"), "test", "fetch")
                            .build()));
            assertThat(error.toString()).doesNotContain("not allowed");
        }
    }
}
