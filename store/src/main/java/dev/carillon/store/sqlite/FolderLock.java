package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a data folder to one process for as long as it lives. The system gives the lock back when
 * the process dies, however it dies.
 */
final class FolderLock implements AutoCloseable {
  /**
   * What this process holds. The system gives back all locks of a process on a file when it closes
   * any one of its channels to it, so a folder that is held must not even be looked at.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Takes the folder, creating it where it is missing, or says who has it. */
  static FolderLock take(Path folder) {
    try {
      var real = Files.createDirectories(folder).toRealPath();
      if (!HELD.add(real)) {
        throw inUse(folder, myself());
      }
      try {
        return new FolderLock(real, locked(real));
      } catch (IOException | RuntimeException failure) {
        HELD.remove(real);
        throw failure;
      }
    } catch (IOException failure) {
      throw new StoreException(
          "the data folder "
              + folder.toAbsolutePath()
              + fault(folder, failure)
              + ", or choose another with --data",
          failure);
    }
  }

  private static String fault(Path folder, IOException failure) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return " is a file: move it away";
    }
    var why = failure instanceof FileSystemException system ? system.getReason() : null;
    return " cannot be written%s: make it writable".formatted(why == null ? "" : " (" + why + ")");
  }

  private static FileChannel locked(Path folder) throws IOException {
    var file = folder.resolve("carillon.lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(folder, Files.readString(file).strip());
    }
    channel.truncate(0).write(ByteBuffer.wrap(myself().getBytes(StandardCharsets.UTF_8)), 0);
    return channel;
  }

  private static String myself() {
    return String.valueOf(ProcessHandle.current().pid());
  }

  private static StoreException.Taken inUse(Path folder, String holder) {
    return new StoreException.Taken(
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
    } finally {
      HELD.remove(folder);
    }
  }
}
