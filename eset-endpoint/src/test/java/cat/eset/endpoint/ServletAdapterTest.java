package cat.eset.endpoint;

import cat.eset.endpoint.servlet.EndpointServlet;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.io.TempDir;

class ServletAdapterTest extends AdapterPromises {

    /** Kept, because the JDK lets go of loggers nobody holds. Tomcat tells at length how it starts and stops. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();

    @TempDir
    private Path folder;

    @Override
    int start(EndpointHandler handler, EndpointLimits limits, WireTap tap) throws Exception {
        TOMCAT_LOG.setLevel(Level.SEVERE);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("connectionUploadTimeout", "1000");
        tomcat.getConnector().setProperty("disableUploadTimeout", "false");
        tomcat.getConnector().setProperty("maxSwallowSize", "0");
        tomcat.getConnector().setEncodedSolidusHandling("passthrough");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "in", new EndpointServlet(handler, limits, tap));
        context.addServletMappingDecoded("/in/*", "in");
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
