package dev.slipway.web.dashboard;

import com.alibaba.csp.sentinel.spi.Spi;
import com.alibaba.csp.sentinel.transport.command.SimpleHttpCommandCenter;
import com.alibaba.csp.sentinel.transport.config.TransportConfig;

/**
 * The port that the dashboard asks and sets rules at. It listens on every address and asks for no password, so it is
 * there only where a dashboard is, and there a network policy lets that alone in.
 */
@Spi(order = Spi.ORDER_HIGHEST)
public final class DashboardCommandCenter extends SimpleHttpCommandCenter {

    @Override
    public void start() throws Exception {
        if (!TransportConfig.getConsoleServerList().isEmpty()) {
            super.start();
        }
    }
}
