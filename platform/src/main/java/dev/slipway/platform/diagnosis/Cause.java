package dev.slipway.platform.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The causes that are known by name; {@code docs/troubleshooting.md} has a section for each, under its title. */
public enum Cause {
    IMAGE("the image cannot be pulled"),
    REFERENCE_MISSING("a Secret or a ConfigMap is missing, or a key of it"),
    CANNOT_RUN("the program cannot be started"),
    OUT_OF_MEMORY("killed for want of memory"),
    CRASH("ends again and again"),
    INIT_CONTAINER("an init container fails"),
    PROBE("a probe fails"),
    UNSCHEDULABLE("no node takes the pod"),
    QUOTA("the quota is used up"),
    POD_SECURITY("the pod breaks the rules for safe pods"),
    POD_REFUSED("pods are refused"),
    VOLUME("a volume is missing"),
    CLASS_MISSING("a class is missing"),
    ENTRANCE_REFUSED("the controller of the gateway refuses it"),
    NACOS_UNREACHABLE("Nacos cannot be reached"),
    NOT_NAMED("Nacos does not name the service"),
    SERVER_UNREACHABLE("a server cannot be reached"),
    PASSWORD_REFUSED("a password is refused"),
    SECRET_UNUSABLE("a secret cannot be used"),
    CONFIGURATION_ABSENT("configuration is missing"),
    MIGRATION_CHANGED("a migration was changed"),
    MIGRATION_FAILED("a migration failed"),
    PORT_TAKEN("a port is taken"),
    JVM_OUT_OF_MEMORY("the JVM has no memory left"),
    JAVA_VERSION("Java is too old"),
    DISK_FULL("the disk is full"),
    DATA_IN_USE("the data is in use"),
    FAILED_TO_START("the application fails to start"),
    NOT_APPLIED("not on the cluster"),
    NOT_READY("not ready, and nothing says why");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    /** As it is printed. */
    public String title() {
        return title;
    }

    /** As programs read it, e.g. {@code out-of-memory}. */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
