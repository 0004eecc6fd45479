package dev.slipway.local.nacos;

import com.alibaba.nacos.plugin.auth.impl.persistence.User;
import com.alibaba.nacos.plugin.auth.impl.roles.NacosRoleService;
import com.alibaba.nacos.plugin.auth.impl.users.NacosUserService;
import com.alibaba.nacos.plugin.auth.impl.utils.PasswordEncoderUtil;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Makes the administrator before the web server opens its port. Nacos would otherwise let whoever calls first claim
 * the account. Run again, it sets the password to what the launcher says: a start that was killed half-way heals.
 */
@Configuration(proxyBeanMethods = false)
class Administrator {
    private static final String NAME = "nacos";

    @Bean
    SmartInitializingSingleton administratorMaker(
            NacosUserService users, NacosRoleService roles, Environment environment) {
        String password = environment.getRequiredProperty("slipway.administrator.password");
        return () -> {
            User known = users.getUser(NAME);
            if (known == null) {
                users.createUser(NAME, password, true);
            } else if (!PasswordEncoderUtil.matches(password, known.getPassword())) {
                users.updateUserPassword(NAME, PasswordEncoderUtil.encode(password));
            }
            if (!roles.hasGlobalAdminRole()) {
                roles.addAdminRole(NAME);
            }
        };
    }
}
