package dev.slipway.web.live;

import com.alibaba.cloud.nacos.configdata.NacosConfigDataLocationResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.ConfigDataResource;
import org.springframework.boot.context.config.Profiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;

/**
 * Takes over the {@code nacos:} imports from the starter, which would put a broken text into the environment or start
 * without any. The way to Nacos and the syntax of the location stay the starter's.
 */
final class NacosLocation implements ConfigDataLocationResolver<NacosLocation.Resource>, Ordered {

    private static final String PREFIX = "nacos:";

    private final NacosConfigDataLocationResolver starter;

    NacosLocation(DeferredLogFactory logs) {
        this.starter = new NacosConfigDataLocationResolver(logs);
    }

    /** Before the starter's own resolver, which stands at -1. */
    @Override
    public int getOrder() {
        return -2;
    }

    /** Also when Nacos is switched off: nothing else could make sense of the location. */
    @Override
    public boolean isResolvable(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        return location.hasPrefix(PREFIX);
    }

    @Override
    public List<Resource> resolve(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        return List.of();
    }

    @Override
    public List<Resource> resolveProfileSpecific(
            ConfigDataLocationResolverContext context, ConfigDataLocation location, Profiles profiles) {
        if (!starter.isResolvable(context, location)) {
            return List.of();
        }
        LiveStart start =
                LiveStart.of(context.getBootstrapContext(), new AcceptedCopies(directory(context.getBinder())));
        return starter.resolveProfileSpecific(context, location, profiles).stream()
                .map(found -> new Resource(
                        new Document(
                                found.getConfig().getGroup(), found.getConfig().getDataId()),
                        found.getProperties().getTimeout(),
                        start))
                .toList();
    }

    private static @Nullable Path directory(Binder binder) {
        return binder.bind("slipway.run", String.class)
                .map(run -> Path.of(run, "config"))
                .orElse(null);
    }

    /** One document to import. */
    static final class Resource extends ConfigDataResource {

        final Document document;
        final long timeoutMillis;
        final LiveStart start;

        Resource(Document document, long timeoutMillis, LiveStart start) {
            this.document = document;
            this.timeoutMillis = timeoutMillis;
            this.start = start;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Resource resource && resource.document.equals(document);
        }

        @Override
        public int hashCode() {
            return Objects.hash(document);
        }

        @Override
        public String toString() {
            return document.sourceName();
        }
    }
}
