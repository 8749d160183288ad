package cat.eset.endpoint.servlet;

import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointHeaders;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.WireTap;
import cat.eset.endpoint.internal.Exchanges;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts an {@link EndpointHandler} into a Servlet container. Thread-safe. The time limit of the body is looked at between reads: how
 * long a single read may hang is the container's connection timeout.
 *
 * <p>The container must not have read the body before (no filter that asks for parameters).
 */
public final class EndpointServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The request attribute in which containers put the client's certificates (Servlet 6.0, section 3.10). */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final transient Exchanges exchanges;

    /** With the default limits and no tap. */
    public EndpointServlet(EndpointHandler handler) {
        this(handler, EndpointLimits.defaults(), WireTap.NONE);
    }

    /** With these limits and this tap. */
    public EndpointServlet(EndpointHandler handler, EndpointLimits limits, WireTap tap) {
        this.exchanges = new Exchanges(handler, limits, tap);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        EndpointResponse response =
                exchanges.answer(head(request), request.getInputStream(), request.getContentLengthLong());
        answer.setStatus(response.status());
        response.headers().forEach(answer::addHeader);
        answer.setContentLength(response.bodyLength());
        if (!request.getMethod().equals("HEAD")) {
            response.writeBody(answer.getOutputStream());
        }
    }

    private static EndpointRequest.Builder head(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            fields.put(name, Collections.list(request.getHeaders(name)));
        }
        String query = request.getQueryString();
        return EndpointRequest.builder(request.getMethod(), request.getRequestURI())
                .query(query == null ? "" : query)
                .headers(EndpointHeaders.of(fields))
                .remoteAddress(request.getRemoteAddr())
                .clientCertificates(clientCertificates(request));
    }

    private static List<X509Certificate> clientCertificates(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }
}
