package dev.tokenport.temporal;

import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.temporal.codec.EncryptedData;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.authorization.AuthorizationGrpcMetadataProvider;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A connection to Temporal.
 *
 * @param loop its thread
 * @param stubs its services
 * @param operator tells what the namespace has, over the same connection
 * @param client starts workflows
 * @param data encrypts what is sent
 * @param namespace the namespace of the runs
 */
record Connected(
        EventLoopGroup loop,
        WorkflowServiceStubs stubs,
        OperatorServiceStubs operator,
        WorkflowClient client,
        DataConverter data,
        String namespace)
        implements AutoCloseable {

    /** Workers tell of their tasks, not of themselves: older servers do not know what to do with it. */
    private static final Duration NO_WORKER_HEARTBEAT = Duration.ofSeconds(-1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long FAREWELL_MILLIS = 1000;

    private static final EngineAddress.Tls JAVAS_AUTHORITIES =
            new EngineAddress.Tls(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Connects.
     *
     * @throws EngineException if it cannot be reached
     */
    static Connected to(EngineAddress address) throws EngineException {
        var options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address.target())
                // What is sent is encrypted, and does not become shorter.
                .setGrpcCompression(GrpcCompression.NONE);
        var operating = OperatorServiceStubsOptions.newBuilder();
        if (address.tls().isPresent() || address.apiKey().isPresent()) {
            // A key never goes over a connection that others can read.
            options.setSslContext(TlsContext.of(address.tls().orElse(JAVAS_AUTHORITIES)));
        }
        address.apiKey().ifPresent(key -> {
            var authorization = new AuthorizationGrpcMetadataProvider(() -> "Bearer " + key.reveal());
            options.addGrpcMetadataProvider(authorization);
            operating.addGrpcMetadataProvider(authorization);
        });
        EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("tokenport-temporal", true));
        options.setChannelInitializer(
                channel -> ((NettyChannelBuilder) channel).eventLoopGroup(loop).channelType(NioSocketChannel.class));
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options.validateAndBuildWithDefaults());
        try {
            connect(stubs);
        } catch (StatusRuntimeException e) {
            end(stubs, loop);
            throw new EngineException(
                    "Temporal cannot be reached at " + address.target() + ": " + ConnectionFault.reason(e, address), e);
        } catch (SecretUnavailableException e) {
            end(stubs, loop);
            throw new EngineException("the API key: " + e.getMessage(), e);
        }
        DataConverter data = EncryptedData.converter(address.cipher());
        WorkflowClient client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(address.namespace())
                        .setDataConverter(data)
                        .setWorkerHeartbeatInterval(NO_WORKER_HEARTBEAT)
                        .build());
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(
                operating.setChannel(stubs.getRawChannel()).validateAndBuildWithDefaults());
        return new Connected(loop, stubs, operator, client, data, address.namespace());
    }

    /** What a try shows that does not pass by itself is not waited for. */
    private static void connect(WorkflowServiceStubs stubs) {
        try {
            stubs.healthCheck();
        } catch (StatusRuntimeException e) {
            if (ConnectionFault.isFinal(e)) {
                throw e;
            }
        }
        stubs.connect(PATIENCE);
    }

    /**
     * The search attributes that the namespace has beside those of every namespace, with their types.
     *
     * @throws StatusRuntimeException if the server does not tell, or not in time
     */
    Map<String, IndexedValueType> searchAttributes() {
        return operator.blockingStub()
                .withDeadlineAfter(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap();
    }

    @Override
    public void close() {
        end(stubs, loop);
    }

    /** Java waits at its exit for a thread that waits for the network, so this one has to be gone before. */
    private static void end(WorkflowServiceStubs stubs, EventLoopGroup loop) {
        stubs.shutdownNow();
        loop.shutdownGracefully(0, FAREWELL_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(FAREWELL_MILLIS);
    }
}
