package dev.slipway.platform.stack.local;

import dev.slipway.platform.workspace.Workspace;

/** Gives a Nacos what its configuration in git has and it has not yet; does nothing the second time. */
public interface NacosFilling {
    /**
     * Fills it.
     *
     * @throws Exception when Nacos could not take it; it is tried again
     */
    void fill(int nacosPort, String password) throws Exception;

    /** Makes it for the sources that are run. */
    interface Maker {
        NacosFilling from(Workspace workspace);
    }
}
