package dev.ferry.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes classes of Java 5 anew in the form of Java 8, for the launcher: the start-up cache of the
 * JVM takes none that are older than Java 6, and would load and verify them at every start.
 */
final class RenewedJars {
  private static final int OLDEST_IN_CACHE = 50;
  private static final ClassTransform RENEWAL =
      ClassTransform.dropping(element -> element instanceof ClassFileVersion)
          .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL))
          .andThen(ClassTransform.endHandler(to -> to.withVersion(ClassFile.JAVA_8_VERSION, 0)));

  private RenewedJars() {}

  /**
   * @param arguments the directory of the jars; each is replaced whole, or stays as it is
   */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        renew(jar);
      }
    }
  }

  static void renew(Path jar) throws IOException {
    byte[] renewed;
    try (JarFile old = new JarFile(jar.toFile())) {
      List<JarEntry> entries = old.stream().toList();
      if (entries.stream().anyMatch(entry -> entry.getName().endsWith(".SF"))) {
        return; // signed
      }
      boolean found = false;
      for (JarEntry entry : entries) {
        found |= isOld(entry, content(old, entry));
      }
      if (!found) {
        return;
      }
      renewed = renewed(jar, old, entries);
    }
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    Files.write(fresh, renewed);
    Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] renewed(Path jar, JarFile old, List<JarEntry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(path);
        JarOutputStream out = new JarOutputStream(bytes)) {
      ClassFile form =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (JarEntry entry : entries) {
        byte[] content = content(old, entry);
        if (isOld(entry, content)) {
          ClassModel model = form.parse(content);
          content = form.transformClass(model, RENEWAL);
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The version stands in the seventh and eighth byte. */
  private static boolean isOld(JarEntry entry, byte[] content) {
    return entry.getName().endsWith(".class")
        && content.length > 8
        && ((content[6] & 0xFF) << 8 | content[7] & 0xFF) < OLDEST_IN_CACHE;
  }
}
