package dev.slipway.web.registry;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.cloud.nacos.registry.NacosRegistration;
import com.alibaba.nacos.api.exception.NacosException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * A service is ready once the registry names it to callers as healthy: before that nobody finds it. It is asked at the start
 * alone, as a registry that fails later is no reason to send away callers who still know the service. Spring calls a service
 * ready when its runners have ended, so this one does not end earlier. An instance that is to be registered without being
 * offered ({@code instance-enabled: false}, or no weight) waits for nothing: whoever offers it later wants it ready by then.
 */
final class RegistryGate implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryGate.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TOLD_EACH = 100;

    private final NacosServiceManager registry;
    private final NacosRegistration registration;

    RegistryGate(NacosServiceManager registry, NacosRegistration registration) {
        this.registry = registry;
        this.registration = registration;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (!registration.isRegisterEnabled()) {
            return;
        }
        if (!isOffered()) {
            LOG.info("Ready, and registered without being offered to callers");
            return;
        }
        for (long asked = 1; !isNamed(); asked++) {
            if (asked % TOLD_EACH == 0) {
                LOG.warn(
                        "Not ready yet: the registry does not name {}:{} as a healthy {}",
                        registration.getHost(),
                        registration.getPort(),
                        registration.getServiceId());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isOffered() {
        NacosDiscoveryProperties told = registration.getNacosDiscoveryProperties();
        return told.isInstanceEnabled() && told.getWeight() > 0;
    }

    private boolean isNamed() {
        try {
            String group = registration.getNacosDiscoveryProperties().getGroup();
            return registry.getNamingService().selectInstances(registration.getServiceId(), group, true, false).stream()
                    .anyMatch(instance -> instance.getPort() == registration.getPort()
                            && instance.getIp().equals(registration.getHost()));
        } catch (NacosException unreachable) {
            LOG.debug("The registry cannot be asked", unreachable);
            return false;
        }
    }
}
