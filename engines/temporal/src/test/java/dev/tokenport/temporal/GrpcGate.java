package dev.tokenport.temporal;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A gate before a server: it speaks TLS with those who call, may want an API key, and passes all calls on as they are. */
final class GrpcGate implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel behind;
    private final Server server;
    private final Optional<String> wanted;
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();

    /**
     * Opens one on a free port.
     *
     * @param target {@code HOST:PORT} of the server
     * @param tls its identity, none for no TLS
     * @param clients the authority that clients need a certificate of
     * @param wanted the value of the header {@code authorization} that is wanted
     */
    GrpcGate(String target, Optional<TestAuthority.Identity> tls, Optional<Path> clients, Optional<String> wanted)
            throws IOException {
        this.wanted = wanted;
        this.behind = NettyChannelBuilder.forTarget(target).usePlaintext().build();
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        if (tls.isPresent()) {
            builder.sslContext(context(tls.get(), clients));
        }
        this.server = builder.fallbackHandlerRegistry(new Registry()).build().start();
    }

    private static SslContext context(TestAuthority.Identity own, Optional<Path> clients) throws IOException {
        SslContextBuilder builder = GrpcSslContexts.configure(
                SslContextBuilder.forServer(
                        own.certificate().toFile(), own.key().toFile()),
                SslProvider.JDK);
        clients.ifPresent(authority -> builder.trustManager(authority.toFile()).clientAuth(ClientAuth.REQUIRE));
        return builder.build();
    }

    int port() {
        return server.getPort();
    }

    /** What calls had in the header {@code authorization}, each once. */
    Set<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.shutdownNow();
        behind.shutdownNow();
    }

    /** Octets as they are. */
    private static final class Octets implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream in) {
            try {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Registry extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setFullMethodName(name)
                    .setType(MethodDescriptor.MethodType.UNKNOWN)
                    .setRequestMarshaller(new Octets())
                    .setResponseMarshaller(new Octets())
                    .build();
            return ServerMethodDefinition.create(method, new Passage(method));
        }
    }

    private final class Passage implements ServerCallHandler<byte[], byte[]> {

        private final MethodDescriptor<byte[], byte[]> method;

        Passage(MethodDescriptor<byte[], byte[]> method) {
            this.method = method;
        }

        @Override
        public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
            String authorization = headers.get(AUTHORIZATION);
            if (authorization != null) {
                authorizations.add(authorization);
            }
            if (wanted.isPresent() && !wanted.get().equals(authorization)) {
                call.close(Status.UNAUTHENTICATED.withDescription("Request unauthorized."), new Metadata());
                return new ServerCall.Listener<>() {};
            }
            ClientCall<byte[], byte[]> onward = behind.newCall(method, CallOptions.DEFAULT);
            onward.start(answers(call), headers);
            onward.request(1);
            call.request(1);
            return new ServerCall.Listener<>() {
                @Override
                public void onMessage(byte[] message) {
                    onward.sendMessage(message);
                    call.request(1);
                }

                @Override
                public void onHalfClose() {
                    onward.halfClose();
                }

                @Override
                public void onCancel() {
                    onward.cancel("the caller has gone", null);
                }
            };
        }

        private ClientCall.Listener<byte[]> answers(ServerCall<byte[], byte[]> call) {
            return new ClientCall.Listener<>() {
                private boolean begun;

                @Override
                public void onHeaders(Metadata headers) {
                    begun = true;
                    call.sendHeaders(headers);
                }

                @Override
                public void onMessage(byte[] message) {
                    call.sendMessage(message);
                }

                @Override
                public void onClose(Status status, Metadata trailers) {
                    if (!begun && status.isOk()) {
                        call.sendHeaders(new Metadata());
                    }
                    call.close(status, trailers);
                }
            };
        }
    }
}
