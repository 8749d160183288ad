/**
 * Endpoints in any Jakarta Servlet 6 container. Start with {@link cat.eset.endpoint.servlet.EndpointServlet}; the Servlet API is
 * yours to provide.
 */
@NullMarked
package cat.eset.endpoint.servlet;

import org.jspecify.annotations.NullMarked;
