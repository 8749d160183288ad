package cat.eset.transport.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Resolves names to addresses of the public Internet, or to none. What is connected to is what was looked at here, so that a
 * name that changes its address between two questions gains nothing.
 */
final class PublicAddresses implements Dns {

    private static final Pattern LITERAL = Pattern.compile("\\[?[0-9a-fA-F]*:.*|[0-9.]+");

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host);
        for (InetAddress address : found) {
            require(address);
        }
        return found;
    }

    /** A host that is written as an address is never looked up, so it is judged before. */
    static void requireLiteral(String host) throws UnknownHostException {
        if (LITERAL.matcher(host).matches()) {
            require(InetAddress.getByName(host));
        }
    }

    private static void require(InetAddress address) throws UnknownHostException {
        if (!isPublic(address)) {
            throw new UnknownHostException("the address is not one of the public Internet");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean special = (first == 192 && second == 0 && b[2] == 0) || (first == 198 && (second & 0xfe) == 18);
            return first != 0 && first < 240 && !shared && !special;
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean carriesIpv4 = (first == 0x20 && second == 0x02) // 6to4
                || (first == 0x00 && second == 0x64) // NAT64
                || (first == 0x00 && second == 0x00); // IPv4 inside IPv6
        return !unique && !carriesIpv4;
    }
}
