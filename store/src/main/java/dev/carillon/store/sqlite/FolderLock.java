package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a data folder to one process for as long as it lives. The system gives the lock back when
 * the process dies, however it dies.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder, creating it where it is missing, or says who has it. */
  static FolderLock take(Path folder) {
    var file = folder.resolve("carillon.lock");
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        var holder = Files.readString(file).strip();
        channel.close();
        throw inUse(folder, holder);
      }
      var pid = String.valueOf(ProcessHandle.current().pid());
      channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
      return new FolderLock(channel);
    } catch (IOException failure) {
      throw new StoreException(
          "the data folder "
              + folder.toAbsolutePath()
              + " cannot be written ("
              + failure.getClass().getSimpleName()
              + "): make it writable, or choose another with --data",
          failure);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException sameProcess) {
      return Optional.empty();
    }
  }

  private static StoreException inUse(Path folder, String holder) {
    return new StoreException(
        "the data folder "
            + folder.toAbsolutePath()
            + " is in use by another Carillon"
            + (holder.isEmpty() ? "" : " (process " + holder + ")")
            + ": stop it, or choose another folder with --data");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new StoreException("the lock of the data folder could not be given back", failure);
    }
  }
}
