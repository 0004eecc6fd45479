package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;

/**
 * A volume made by hand: a folder that an NFS server exports.
 *
 * @param server its name or address
 * @param path of the exported folder
 * @param size what it offers
 * @param storageClass what a claim has to name to get it
 */
public record NfsVolume(
        @Matches(value = "[A-Za-z0-9.:-]+", allowed = "the name or address of a server")
        String server,

        @Matches(value = "/[A-Za-z0-9._/-]*", allowed = "an absolute path")
        String path,

        Memory size,

        @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED) @Default("nfs-static")
        String storageClass) {}
