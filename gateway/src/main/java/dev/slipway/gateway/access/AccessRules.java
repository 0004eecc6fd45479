package dev.slipway.gateway.access;

import dev.slipway.gateway.settings.Derived;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Who may call what. Deny first: whatever no rule names needs a signed-in caller. */
final class AccessRules {
    private final Supplier<List<OpenCall>> open;

    AccessRules(Supplier<AccessSettings> settings) {
        this.open = new Derived<>(
                settings, now -> now.open().stream().map(OpenCall::parse).toList());
    }

    /** The path is the raw one: only paths that read the same raw and decoded get this far. */
    static boolean operators(String path) {
        return path.startsWith("/admin/") || path.equals("/admin");
    }

    static boolean signed(String path) {
        return path.startsWith("/openapi/");
    }

    boolean open(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        for (OpenCall call : open.get()) {
            if (call.matches(request.getMethod(), path)) {
                return true;
            }
        }
        return false;
    }
}
