package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.integration.resource.Traffic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers in pages, of services that check the token of each request. */
final class PagingIT extends ServiceCase {

    private final Keycloak keycloak;

    PagingIT(Keycloak keycloak, ResourceServer service) {
        super(service);
        this.keycloak = keycloak;
    }

    @Test
    void run_adminApiByOffset_givesAllUsers() throws Exception {
        Tokenport.Ended ended = workflow.run(WorkflowRun.auth(keycloak.tokenEndpoint(), Realm.ADMIN_CLIENT)
                + """
                users:
                  operator: http-request
                  config: auth
                  parameters: {url: "URL?max=3", paging: offset, paging_parameter: first}
                file: {operator: json-dataset, inputs: users, parameters: {file: answer.json}}
                """.replace("URL", keycloak.users().toString()));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("answer.json", "username"))
                .hasSize(Realm.USERS)
                .doesNotHaveDuplicates()
                .contains(Realm.USER, "user-01", "user-07");
    }

    @Test
    void run_links_areFollowedInOrder() throws Exception {
        Tokenport.Ended ended = orders("/orders?page=1", "paging: link");

        assertAllOrders(ended);
        assertThat(paths()).containsExactly("/orders?page=1", "/orders?page=2", "/orders?page=3");
    }

    @Test
    void run_nextUrlsInTheAnswer_areFollowed() throws Exception {
        Tokenport.Ended ended =
                orders("/pages/next", "records: /orders, paging: next_url, paging_pointer: /paging/next");

        assertAllOrders(ended);
        assertThat(paths()).containsExactly("/pages/next", "/pages/next?page=2", "/pages/next?page=3");
    }

    @Test
    void run_cursors_areSentBack() throws Exception {
        Tokenport.Ended ended =
                orders("/feed", "records: /items, paging: cursor, paging_pointer: /next, paging_parameter: cursor");

        assertAllOrders(ended);
        assertThat(paths()).containsExactly("/feed", "/feed?cursor=p%3D2", "/feed?cursor=p%3D3");
    }

    @Test
    void run_pageNumbers_areCountedUntilAPageIsEmpty() throws Exception {
        Tokenport.Ended ended =
                orders("/pages/numbered", "records: /orders, paging: page_number, paging_parameter: page");

        assertAllOrders(ended);
        assertThat(paths()).hasSize(4).endsWith("/pages/numbered?page=4");
    }

    @Test
    void run_tokenExpiresBetweenPages_isRenewed() throws Exception {
        Tokenport.Ended ended = workflow.run(
                auth(Realm.SHORT_LIVED_CLIENT, "oauth_minimum_validity: 0s") + """
                orders:
                  operator: http-request
                  config: auth
                  parameters:
                    {url: "SERVICE/pages/numbered?delay=1100", records: /orders, paging: page_number, paging_parameter: page}
                file: {operator: json-dataset, inputs: orders, parameters: {file: answer.json}}
                """.replace("SERVICE", service.url("")));

        assertAllOrders(ended);
        assertThat(service.tokenRequests().count()).isGreaterThan(1);
    }

    private Tokenport.Ended orders(String path, String parameters) throws Exception {
        return workflow.run(auth(Realm.ORDERS_CLIENT)
                + """
                orders: {operator: http-request, config: auth, parameters: {url: "URL", PARAMETERS}}
                file: {operator: json-dataset, inputs: orders, parameters: {file: answer.json}}
                """.replace("URL", service.url(path)).replace("PARAMETERS", parameters));
    }

    private void assertAllOrders(Tokenport.Ended ended) throws Exception {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("answer.json", "id"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 25).mapToObj(Integer::toString).toList());
    }

    private List<String> paths() {
        return service.traffic().exchanges().stream()
                .map(Traffic.Exchange::path)
                .filter(path -> !path.startsWith("/open/"))
                .toList();
    }
}
