package cat.eset.transport.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides {@code Retry-After} from OkHttp, which otherwise sends a request without body again by itself when it meets 503
 * with {@code Retry-After: 0}, and shows it again to us.
 */
final class RetryAfterInterceptor implements Interceptor {

    private static final String REAL = "retry-after";
    private static final String HIDDEN = "x-eset-retry-after";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header(REAL);
        return value == null
                ? response
                : response.newBuilder().removeHeader(REAL).header(HIDDEN, value).build();
    }

    static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> found = new TreeMap<>();
        for (int i = 0; i < response.headers().size(); i++) {
            String name = response.headers().name(i).toLowerCase(Locale.ROOT);
            found.computeIfAbsent(name.equals(HIDDEN) ? REAL : name, n -> new ArrayList<>(1))
                    .add(response.headers().value(i));
        }
        return found;
    }
}
