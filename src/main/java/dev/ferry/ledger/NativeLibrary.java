package dev.ferry.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's library, put once into ferry's own folder. By itself the driver copies it into the
 * folder for temporary files at every start, and a ferry that is killed leaves it there.
 */
final class NativeLibrary {
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /**
   * Has the driver load the library from a folder; where that cannot be, it does as usual. Decides
   * for the whole process, before the driver is first used.
   */
  static synchronized void in(Path folder) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        return;
      }
      // one folder a version: another ferry may have loaded its own
      Path own = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
      Path library = own.resolve(LibraryLoaderUtil.getNativeLibName());
      place(library, in.readAllBytes());
      System.setProperty(NAME, LibraryLoaderUtil.getNativeLibName());
      System.setProperty(PATH, own.toString());
    } catch (IOException usual) {
      // the driver finds its own way
    }
  }

  /** Whatever stands there is not trusted: it is compared, and replaced as a whole. */
  private static void place(Path library, byte[] content) throws IOException {
    if (Files.exists(library) && Arrays.equals(Files.readAllBytes(library), content)) {
      return;
    }
    Files.createDirectories(library.getParent());
    Path fresh =
        library.resolveSibling(library.getFileName() + "." + ProcessHandle.current().pid());
    Files.write(fresh, content);
    Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
