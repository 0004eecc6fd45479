package dev.slipway.platform.render.part;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import java.util.stream.Stream;

/** Makes the objects of one component. Order does not matter: the rendering sorts. */
public interface Composer {
    Stream<Manifest> manifests();

    /** The Secrets that are made on the cluster for it. */
    default Stream<GeneratedSecret> secrets() {
        return Stream.empty();
    }
}
