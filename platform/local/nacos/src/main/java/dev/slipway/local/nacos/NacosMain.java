package dev.slipway.local.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.console.NacosConsole;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.Constants;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server and its console as the file named by the first argument describes, and runs until it is told to stop. */
final class NacosMain {
    private NacosMain() {}

    public static void main(String[] arguments) throws Exception {
        Properties configuration = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            configuration.load(file);
        }
        NacosSettings.apply(configuration);
        EnvUtil.setDeploymentType(DeploymentType.getType(Constants.NACOS_DEPLOYMENT_TYPE_MERGED));

        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        ConfigurableApplicationContext core = new SpringApplicationBuilder(NacosServerBasicApplication.class)
                .initializers(new SecretsOutOfLogs())
                .web(WebApplicationType.NONE)
                .run();
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        new SpringApplicationBuilder(NacosServerWebApplication.class, Administrator.class)
                .parent(core)
                .initializers(new SecretsOutOfLogs())
                .run();
        NacosStartUpManager.start(NacosStartUp.CONSOLE_START_UP_PHASE);
        new SpringApplicationBuilder(NacosConsole.class)
                .parent(core)
                .initializers(new SecretsOutOfLogs())
                .run();
        System.out.println("nacos ready on port " + configuration.getProperty("port"));
    }
}
