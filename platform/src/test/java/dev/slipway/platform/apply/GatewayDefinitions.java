package dev.slipway.platform.apply;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Gateway API's definitions, which are the whole cluster's: who adds them takes them away, or other tests find them. */
record GatewayDefinitions(KubernetesClient client) {
    private static final String GROUP = "gateway.networking.k8s.io";

    /** Returns when the server takes objects of them. */
    void add() throws InterruptedException {
        definitions().forEach(definition -> client.resource(definition).serverSideApply());
        while (!served("HTTPRoute")) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private List<HasMetadata> definitions() {
        return client.load(GatewayDefinitions.class.getResourceAsStream("/gateway-api/definitions.yaml"))
                .items();
    }

    private boolean served(String kind) {
        APIResourceList resources = client.getApiResources(GROUP + "/v1");
        return resources != null
                && resources.getResources().stream().map(APIResource::getKind).anyMatch(kind::equals);
    }

    /** Returns when the server has forgotten them. */
    void remove() throws InterruptedException {
        definitions().forEach(definition -> client.resource(definition).delete());
        while (client.getApiGroup(GROUP) != null || client.getApiResources(GROUP + "/v1") != null) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
