package dev.slipway.gateway.call;

import dev.slipway.gateway.settings.Derived;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whose address a call is counted under: the peer's, or, when the peer is a trusted proxy, the last address of
 * {@code X-Forwarded-For} that is not a trusted proxy's itself. What stands left of that is the client's own word.
 */
public final class ClientAddresses {
    private static final String UNKNOWN = "unknown";

    private final Supplier<List<IpSubnetFilterRule>> trusted;

    ClientAddresses(Supplier<ClientSettings> settings) {
        this.trusted = new Derived<>(settings, ClientAddresses::rules);
    }

    private static List<IpSubnetFilterRule> rules(ClientSettings settings) {
        return settings.trustedProxies().stream().map(ClientAddresses::rule).toList();
    }

    static IpSubnetFilterRule rule(String subnet) {
        int slash = subnet.indexOf('/');
        String address = slash < 0 ? subnet : subnet.substring(0, slash);
        int full = address.indexOf(':') < 0 ? 32 : 128;
        int prefix = slash < 0 ? full : Integer.parseInt(subnet.substring(slash + 1));
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }

    /** The client's address as text, without a port. */
    public String of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return UNKNOWN;
        }
        String address = peer.getAddress().getHostAddress();
        return trusted.get().isEmpty() || !isTrusted(peer) ? address : forwarded(request, address);
    }

    private String forwarded(ServerHttpRequest request, String proxy) {
        List<String> hops = request.getHeaders().getValuesAsList("X-Forwarded-For");
        String client = proxy;
        for (int i = hops.size() - 1; i >= 0; i--) {
            InetSocketAddress hop = parse(hops.get(i));
            if (hop == null) {
                return client;
            }
            client = hop.getAddress().getHostAddress();
            if (!isTrusted(hop)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetSocketAddress address) {
        return trusted.get().stream().anyMatch(rule -> rule.matches(address));
    }

    private static @Nullable InetSocketAddress parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text.trim());
        if (bytes == null) {
            return null;
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
        } catch (UnknownHostException impossible) {
            return null;
        }
    }
}
