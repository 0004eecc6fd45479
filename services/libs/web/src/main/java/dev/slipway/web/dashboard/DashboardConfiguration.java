package dev.slipway.web.dashboard;

import com.alibaba.csp.sentinel.init.InitExecutor;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityRuleManager;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import com.alibaba.csp.sentinel.transport.util.WritableDataSourceRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Reports to the dashboard from the start on, and not only after the first call. */
@AutoConfiguration
@ConditionalOnProperty(SentinelSettings.DASHBOARD)
class DashboardConfiguration {

    @Bean
    ApplicationListener<ApplicationReadyEvent> reportingToTheDashboard() {
        WritableDataSourceRegistry.registerAuthorityDataSource(new SetRules<>(rules -> {
            AuthorityRuleManager.loadRules(List.of());
            throw new UnsupportedOperationException("authority rules are kept nowhere");
        }));
        WritableDataSourceRegistry.registerSystemDataSource(new SetRules<>(rules -> {
            SystemRuleManager.loadRules(List.of());
            throw new UnsupportedOperationException("system rules are kept nowhere");
        }));
        return ready -> InitExecutor.doInit();
    }
}
