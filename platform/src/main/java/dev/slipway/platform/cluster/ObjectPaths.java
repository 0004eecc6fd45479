package dev.slipway.platform.cluster;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;

/** Where objects are on the API server. */
record ObjectPaths(ResourceTypes types) {
    /** @throws UserError when the server does not know the kind */
    String of(ObjectId id) throws InterruptedException {
        return of(type(id), id);
    }

    static String of(ResourceTypes.Type type, ObjectId id) {
        return type.path(id.namespace()) + "/" + id.name();
    }

    /** @throws UserError when the server does not know the kind */
    ResourceTypes.Type type(ObjectId id) throws InterruptedException {
        return types.find(id.apiVersion(), id.kind())
                .orElseThrow(() -> new UserError(
                        id + ": this cluster does not know " + id.kind() + " of " + id.apiVersion(),
                        "install what defines it, or leave the object out",
                        ExitCode.FAILED));
    }
}
