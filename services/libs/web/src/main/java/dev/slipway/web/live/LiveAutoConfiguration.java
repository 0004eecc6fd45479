package dev.slipway.web.live;

import com.alibaba.cloud.nacos.NacosConfigAutoConfiguration;
import com.alibaba.cloud.nacos.NacosConfigManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Wires configuration that follows Nacos; without Nacos, records are bound once and stay. */
@AutoConfiguration(after = NacosConfigAutoConfiguration.class)
public class LiveAutoConfiguration {

    @Bean
    Rejections configRejections(ObjectProvider<MeterRegistry> meters) {
        return new Rejections(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    LiveConfiguration liveConfiguration(
            ConfigurableEnvironment environment,
            ObjectProvider<Validator> validator,
            ObjectProvider<RefreshScope> refreshScope,
            ApplicationContext context) {
        Consumer<Set<String>> changed = keys -> {
            context.publishEvent(new EnvironmentChangeEvent(context, keys));
            refreshScope.ifAvailable(RefreshScope::refreshAll);
        };
        return new LiveConfiguration(
                environment,
                validator.getIfAvailable(
                        () -> Validation.buildDefaultValidatorFactory().getValidator()),
                new BoundBeans(context),
                changed);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(NacosConfigManager.class)
    static class FromNacos {

        @Bean
        NacosFeed nacosFeed(
                NacosConfigManager nacos,
                Rejections rejections,
                LiveConfiguration live,
                ObjectProvider<LiveStart> found,
                ObjectProvider<DocumentUser> users) {
            LiveStart start = found.getIfAvailable(() -> new LiveStart(new AcceptedCopies(null)));
            NacosFeed feed = new NacosFeed(nacos.getConfigService(), rejections, start.copies());
            start.refusals().forEach(refusal -> rejections.report(refusal.document(), refusal.cause()));
            start.texts()
                    .forEach((document, text) -> feed.subscribe(
                            document, text, start.refusedText(document), pushed -> live.apply(document, pushed)));
            users.orderedStream().forEach(user -> user.subscribeTo(feed));
            return feed;
        }

        /** What is in the environment has carried the whole application up: from now on it is the copy to fall back on. */
        @Bean
        ApplicationListener<ApplicationReadyEvent> keepingOfAcceptedCopies(
                ObjectProvider<LiveStart> found, LiveConfiguration live) {
            return ready -> found.ifAvailable(start -> {
                start.copies().keepTargets(live.targets());
                start.texts().forEach((document, text) -> {
                    if (text != null) {
                        start.copies().keep(document, text);
                    }
                });
            });
        }
    }
}
