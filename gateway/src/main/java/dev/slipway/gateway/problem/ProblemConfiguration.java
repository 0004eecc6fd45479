package dev.slipway.gateway.problem;

import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> problemsOfTheServer(UnseenCalls calls) {
        BareAnswers bareAnswers = new BareAnswers(calls);
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "slipway.bareAnswers", bareAnswers)));
    }
}
