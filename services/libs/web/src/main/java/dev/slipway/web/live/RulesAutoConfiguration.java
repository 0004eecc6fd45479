package dev.slipway.web.live;

import com.alibaba.cloud.nacos.NacosConfigAutoConfiguration;
import com.alibaba.cloud.nacos.NacosConfigManager;
import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayRuleManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sentinel's rules out of Nacos, in place of the starter's data source: that one drops a bad rule without a word, takes a
 * removed document for "no rules", and writes the password of Nacos into Sentinel's log at each push.
 */
@AutoConfiguration(after = NacosConfigAutoConfiguration.class)
@ConditionalOnBean(NacosConfigManager.class)
@EnableConfigurationProperties(RuleDocuments.class)
public class RulesAutoConfiguration {

    @Bean
    DocumentUser serviceRules(RuleDocuments documents, Following following) {
        return feed -> {
            RuleText text = new RuleText(List.of());
            following.start(feed, ServiceRules.FLOW, documents.flow(), text);
            following.start(feed, ServiceRules.DEGRADE, documents.degrade(), text);
        };
    }

    @Bean
    Following ruleFollowing(
            RuleDocuments documents, NacosConfigManager nacos, ObjectProvider<LiveStart> start, Rejections rejections) {
        return new Following(
                documents.group(),
                nacos,
                start.getIfAvailable(() -> new LiveStart(new AcceptedCopies(null))),
                rejections);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GatewayRuleManager.class)
    static class AtTheGateway {

        /** The groups before the rules that name them. */
        @Bean
        DocumentUser gatewayRules(RuleDocuments documents, Following following) {
            return feed -> {
                RuleText text = new RuleText(List.of(GatewayRules.json()));
                following.start(feed, GatewayRules.API_GROUPS, documents.gatewayApiGroups(), text);
                following.start(feed, GatewayRules.FLOW, documents.gatewayFlow(), text);
            };
        }
    }

    record Following(String group, NacosConfigManager nacos, LiveStart found, Rejections rejections) {

        <R> void start(NacosFeed feed, RuleKind<R> kind, @Nullable String dataId, RuleText text) {
            if (dataId != null) {
                var rules = new FollowedRules<>(
                        kind, new Document(group, dataId), text, nacos.getConfigService(), found, rejections);
                rules.subscribeTo(feed);
                kind.dashboard().accept(rules::set);
            } else {
                kind.dashboard().accept(rules -> {
                    kind.load().accept(List.of());
                    throw new ConfigurationRefused("-", "no document of " + kind.name() + " rules is followed");
                });
            }
        }
    }
}
