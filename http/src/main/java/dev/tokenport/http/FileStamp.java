package dev.tokenport.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What changes when a file is written anew or replaced; reading it costs next to nothing.
 *
 * @param size its size, negative if there is no such file
 * @param modified when it was written last
 * @param identity which file it is, where the file system tells
 */
record FileStamp(long size, FileTime modified, @Nullable Object identity) {

    private static final FileStamp NONE = new FileStamp(-1, FileTime.fromMillis(0), null);

    static FileStamp of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        } catch (IOException e) {
            // Whoever reads the file says what is wrong with it.
            return NONE;
        }
    }
}
