package dev.slipway.web.live;

import com.alibaba.cloud.nacos.NacosConfigManager;
import java.util.List;
import org.apache.commons.logging.Log;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.PropertySource;

/** Loads one imported document at the start: from Nacos, or else its accepted copy. */
final class NacosLoader implements ConfigDataLoader<NacosLocation.Resource> {

    private final Log log;

    NacosLoader(DeferredLogFactory logs) {
        this.log = logs.getLog(NacosLoader.class);
    }

    /** Nacos overrides what is packaged with the service; environment variables and arguments override Nacos. */
    @Override
    public ConfigData load(ConfigDataLoaderContext context, NacosLocation.Resource resource) {
        PropertySource<?> source = source(context, resource);
        return new ConfigData(
                List.of(source),
                any -> ConfigData.Options.of(
                        ConfigData.Option.IGNORE_IMPORTS,
                        ConfigData.Option.IGNORE_PROFILES,
                        ConfigData.Option.PROFILE_SPECIFIC));
    }

    private PropertySource<?> source(ConfigDataLoaderContext context, NacosLocation.Resource resource) {
        Document document = resource.document;
        LiveStart start = resource.start;
        Fetched fetched = start.away()
                ? new Fetched.Away("no connection")
                : Fetched.ask(
                        context.getBootstrapContext()
                                .get(NacosConfigManager.class)
                                .getConfigService(),
                        document,
                        resource.timeoutMillis);
        if (fetched instanceof Fetched.Text received) {
            try {
                PropertySource<?> source = YamlText.parse(document, received.text());
                start.loaded(document, received.text());
                return source;
            } catch (ConfigurationRefused refused) {
                start.refused(document, received.text(), refused);
                log.error("Refused " + document.sourceName() + " as a whole: " + refused.getMessage());
            }
        } else if (fetched instanceof Fetched.Away away) {
            start.foundAway();
            log.warn("Nacos did not answer for " + document.sourceName() + ": " + away.reason());
        }
        return copy(start, document);
    }

    private PropertySource<?> copy(LiveStart start, Document document) {
        String text = start.copies().text(document).orElse(null);
        if (text != null) {
            try {
                PropertySource<?> source = YamlText.parse(document, text);
                log.warn("Starting " + document.sourceName() + " from the copy last accepted");
                start.loaded(document, text);
                return source;
            } catch (ConfigurationRefused refused) {
                log.warn("The copy of " + document.sourceName() + " is damaged: " + refused.getMessage());
            }
        }
        start.loaded(document, null);
        return YamlText.empty(document);
    }
}
