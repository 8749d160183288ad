package cat.eset.transport.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Gives each exchange its own timeouts without a client of its own. */
final class TimeoutsInterceptor implements Interceptor {

    private final Timeouts standard;

    TimeoutsInterceptor(Timeouts standard) {
        this.standard = standard;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Timeouts own = chain.request().tag(Timeouts.class);
        Timeouts timeouts = own == null ? standard : own;
        return chain.withConnectTimeout((int) timeouts.connect().toMillis(), TimeUnit.MILLISECONDS)
                .withReadTimeout((int) timeouts.read().toMillis(), TimeUnit.MILLISECONDS)
                .withWriteTimeout((int) timeouts.write().toMillis(), TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }
}
