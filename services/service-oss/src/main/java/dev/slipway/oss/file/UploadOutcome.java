package dev.slipway.oss.file;

/** How an upload ended. */
public sealed interface UploadOutcome {
    /** The file is kept, now or since an earlier try with the same key. */
    record Kept(StoredFile file) implements UploadOutcome {}

    /** There is no content. */
    record Empty() implements UploadOutcome {}

    /** The content is of no accepted type. */
    record TypeNotAccepted() implements UploadOutcome {}

    /** The key was used for another content or name. */
    record KeyReused() implements UploadOutcome {}
}
