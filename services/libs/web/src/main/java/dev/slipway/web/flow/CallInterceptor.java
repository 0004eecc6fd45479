package dev.slipway.web.flow;

import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.SentinelWebInterceptor;
import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.config.SentinelWebMvcConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Names a call by its method and the pattern of its path, such as {@code GET:/api/patients/{id}}, and so as many as there
 * are mappings. An answer to an error is no call: its method is whatever the client made up. A HEAD is a GET, or it would
 * go round the rule.
 */
final class CallInterceptor extends SentinelWebInterceptor {

    CallInterceptor(SentinelWebMvcConfig calls) {
        super(calls);
    }

    @Override
    protected @Nullable String getResourceName(HttpServletRequest request) {
        String pattern = super.getResourceName(request);
        if (pattern == null || request.getDispatcherType() == DispatcherType.ERROR) {
            return null;
        }
        String method = request.getMethod();
        return (method.equals(HttpMethod.HEAD.name()) ? HttpMethod.GET.name() : method) + ":" + pattern;
    }
}
