package dev.slipway.platform.render.part;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;

/**
 * What a pod needs to ask the API server: a token that ends after an hour and is renewed by the kubelet, where every
 * client looks for it. Only the container that mounts it has it.
 */
public final class ApiToken {
    private static final String NAME = "token";
    private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final long HOUR = 3600;

    private ApiToken() {}

    public static Volume volume() {
        return new VolumeBuilder()
                .withName(NAME)
                .withNewProjected()
                .withDefaultMode(0440)
                .addNewSource()
                .withNewServiceAccountToken(null, HOUR, "token", null)
                .endSource()
                .addNewSource()
                .withNewConfigMap()
                .withName("kube-root-ca.crt")
                .addNewItem("ca.crt", null, "ca.crt", null)
                .endConfigMap()
                .endSource()
                .addNewSource()
                .withNewDownwardAPI()
                .addNewItem()
                .withPath("namespace")
                .withNewFieldRef("v1", "metadata.namespace")
                .endItem()
                .endDownwardAPI()
                .endSource()
                .endProjected()
                .build();
    }

    public static VolumeMount mount() {
        return new VolumeMountBuilder()
                .withName(NAME)
                .withMountPath(PATH)
                .withReadOnly(true)
                .build();
    }
}
