package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;

/**
 * What one pod takes beside its memory.
 *
 * @param cpu what it is sure to get
 * @param cpuLimit what it may use when others leave it; starting a JVM takes much more than running it
 * @param disk what it may write that is lost with it: logs, temporary files
 */
public record Resources(
        @Default("100m") Cpu cpu,
        @Default("2") Cpu cpuLimit,
        @Default("256Mi") Memory disk) {
    public Resources {
        if (cpu.millis() > cpuLimit.millis()) {
            throw new InvalidField(
                    "cpu", cpu + " is more than 'cpuLimit' (" + cpuLimit + "), allowed: as much, or less");
        }
    }
}
