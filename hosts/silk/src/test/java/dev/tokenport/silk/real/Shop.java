package dev.tokenport.silk.real;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The project {@code shop}: its workflow {@code sync} reads orders and shipments from a protected service, both with the
 * token of one task, into {@code orders.json} and {@code shipments.json}. Stateless.
 */
final class Shop {

    static final String AUTH = "cmem_plugin_auth-workflow-auth-OAuth2";
    static final String GRAPHQL = "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin";

    private Shop() {}

    /** The project with both tasks. */
    static SilkProject project(Path folder, ProtectedService service, String secret) throws IOException {
        return SilkProject.in(folder, "shop")
                .task("auth", AUTH, service.authentication(secret))
                .task("orders", "http-request", service.orders())
                .task("shipments", GRAPHQL, service.shipments())
                .json("orders-file", "orders.json")
                .json("shipments-file", "shipments.json")
                .workflow(
                        "sync",
                        SilkProject.operator("auth", "", "orders,shipments", ""),
                        SilkProject.operator("orders", "", "orders-file", "auth"),
                        SilkProject.operator("shipments", "", "shipments-file", "auth"),
                        SilkProject.dataset("orders-file", "orders", ""),
                        SilkProject.dataset("shipments-file", "shipments", ""));
    }
}
