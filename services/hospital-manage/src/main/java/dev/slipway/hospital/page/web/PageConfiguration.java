package dev.slipway.hospital.page.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files that pages need; nothing comes from anywhere else. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private static final int HOUR = 3600;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/pages/assets/")
                .setCachePeriod(HOUR);
        registry.addResourceHandler("/favicon.ico")
                .addResourceLocations("classpath:/pages/")
                .setCachePeriod(HOUR);
    }
}
