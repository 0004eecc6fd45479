package dev.slipway.platform.stack;

import java.util.Set;

/** Wishes that other processes have left for the supervisor. */
public interface Requests {
    /** Names of components to restart; each wish is handed out once. */
    Set<String> restarts();
}
