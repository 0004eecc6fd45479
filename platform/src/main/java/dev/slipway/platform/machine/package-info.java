/** What this machine has and who uses it: memory, disks, ports and the processes that own them. */
@NullMarked
package dev.slipway.platform.machine;

import org.jspecify.annotations.NullMarked;
