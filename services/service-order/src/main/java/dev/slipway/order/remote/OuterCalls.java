package dev.slipway.order.remote;

import dev.slipway.order.configuration.RemoteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Calls hospitals and providers. Whatever the other end does, a call ends by its deadline and holds no more than the
 * largest answer; what goes beyond is cut off with its connection and never read to the end. Nothing is repeated here.
 */
@Component
public final class OuterCalls implements DisposableBean {
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final CloseableHttpClient client;
    private final long deadlineMillis;
    private final ScheduledThreadPoolExecutor deadlines;

    public OuterCalls(CloseableHttpClient pooledHttpClient, RemoteSettings settings) {
        this.client = pooledHttpClient;
        this.deadlineMillis = settings.deadline().toMillis();
        this.deadlines = new ScheduledThreadPoolExecutor(1);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /**
     * A whole answer, whatever its status.
     *
     * @param header gives the value of a header, or null
     * @param body empty when there was none
     */
    public record Reply(int status, UnaryOperator<@Nullable String> header, String body) {}

    /** @throws UncheckedIOException when no whole answer arrived in time: the other end may have acted or not */
    public Reply send(HttpUriRequestBase request) {
        Future<?> deadline = deadlines.schedule(request::cancel, deadlineMillis, TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> reply(request, response));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            deadline.cancel(false);
        }
    }

    private static Reply reply(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(LARGEST_ANSWER + 1);
        if (body.length > LARGEST_ANSWER) {
            request.cancel();
            throw new IOException("The answer is longer than " + LARGEST_ANSWER + " bytes");
        }
        return new Reply(response.getCode(), name -> value(response, name), new String(body, StandardCharsets.UTF_8));
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void destroy() {
        deadlines.shutdown();
    }
}
