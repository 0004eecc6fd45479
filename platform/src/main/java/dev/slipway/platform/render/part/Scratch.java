package dev.slipway.platform.render.part;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;

/** The one volume of a pod that is written to and lost with it; each writable path is a folder of it. */
public final class Scratch {
    private static final String NAME = "scratch";

    private Scratch() {}

    /** @param size as Kubernetes writes it */
    public static Volume volume(String size) {
        return new VolumeBuilder()
                .withName(NAME)
                .withNewEmptyDir()
                .withSizeLimit(Quantity.parse(size))
                .endEmptyDir()
                .build();
    }

    /** @param folder of the volume */
    public static VolumeMount mount(String path, String folder) {
        return new VolumeMountBuilder()
                .withName(NAME)
                .withMountPath(path)
                .withSubPath(folder)
                .build();
    }
}
