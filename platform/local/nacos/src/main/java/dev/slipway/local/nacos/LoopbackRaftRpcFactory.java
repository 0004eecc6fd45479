package dev.slipway.local.nacos;

import com.alipay.sofa.jraft.rpc.RpcServer;
import com.alipay.sofa.jraft.rpc.impl.GrpcRaftRpcFactory;
import com.alipay.sofa.jraft.rpc.impl.GrpcServer;
import com.alipay.sofa.jraft.util.Endpoint;
import com.alipay.sofa.jraft.util.SPI;
import com.google.protobuf.Message;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.util.MutableHandlerRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Binds the raft port to loopback. JRaft's own factory binds every address and has no setting for it; this one is
 * preferred by its priority.
 */
@SPI(name = "loopback", priority = 100)
public final class LoopbackRaftRpcFactory extends GrpcRaftRpcFactory {
    /** JRaft's own limit. */
    private static final int MESSAGE_BYTES = 4 * 1024 * 1024;

    private final Map<String, Message> parsers = new ConcurrentHashMap<>();

    @Override
    public void registerProtobufSerializer(String className, Object... arguments) {
        super.registerProtobufSerializer(className, arguments);
        parsers.put(className, (Message) arguments[0]);
    }

    @Override
    public RpcServer createRpcServer(Endpoint endpoint, @Nullable ConfigHelper<RpcServer> helper) {
        MutableHandlerRegistry handlers = new MutableHandlerRegistry();
        Server server = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort()))
                .fallbackHandlerRegistry(handlers)
                .directExecutor()
                .maxInboundMessageSize(MESSAGE_BYTES)
                .build();
        RpcServer rpcServer = new GrpcServer(server, handlers, parsers, getMarshallerRegistry());
        if (helper != null) {
            helper.config(rpcServer);
        }
        return rpcServer;
    }
}
