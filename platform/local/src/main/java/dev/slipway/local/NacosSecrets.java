package dev.slipway.local;

/**
 * What Nacos needs to know; prints nothing of it.
 *
 * @param password of the administrator {@code nacos}
 * @param tokenKey signs its tokens; base64 of at least 32 bytes
 * @param identityValue how members of one cluster know each other
 */
public record NacosSecrets(String password, String tokenKey, String identityValue) {

    @Override
    public String toString() {
        return "NacosSecrets[]";
    }
}
