package dev.slipway.cmn.workbook;

import dev.slipway.web.live.Live;
import dev.slipway.web.live.LiveConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkbookConfiguration {
    @Bean
    Live<WorkbookLimits> workbookLimits(LiveConfiguration live) {
        return live.bind("slipway.workbook", WorkbookLimits.class);
    }
}
