/**
 * Real middleware for tests, and the architecture rules every module keeps.
 *
 * <p>A Spring test says {@link dev.slipway.test.UseMiddleware @UseMiddleware(\{MYSQL, REDIS\})} on its class and gets
 * the servers' properties, a schema with its own user, a Redis database and a virtual host that no other test class
 * has. A plain test asks {@link dev.slipway.test.Middleware}. Servers start at the first use, serve the whole test JVM
 * and end with it, however it ends.
 */
@NullMarked
package dev.slipway.test;

import org.jspecify.annotations.NullMarked;
