package dev.ferry.python.testing;

import dev.ferry.toolchain.BrokenSource;
import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.FileToMake;
import dev.ferry.toolchain.Invocation;
import dev.ferry.toolchain.Overlay;
import dev.ferry.toolchain.OverlayPlace;
import dev.ferry.toolchain.TestOrders;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Python interpreter with its installed packages, and what can be done with it. */
final class PythonEnvironment implements Environment {
  private final String origin;
  private final PythonAnswer python;

  PythonEnvironment(String origin, PythonAnswer python) {
    this.origin = origin;
    this.python = python;
  }

  @Override
  public String program() {
    return python.executable();
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public String version() {
    return python.version();
  }

  @Override
  public Optional<String> testRunner() {
    return Optional.ofNullable(python.pytest());
  }

  @Override
  public boolean provides(String module) {
    int dot = module.indexOf('.');
    String top = dot < 0 ? module : module.substring(0, dot);
    return python.installed().contains(top) || python.standard().contains(top);
  }

  @Override
  public String digest() {
    String told =
        String.join(
            "\n",
            python.executable(),
            python.version(),
            String.valueOf(python.pytest()),
            new TreeMap<>(python.distributions()).toString(),
            new TreeMap<>(python.pathFiles()).toString(),
            Scripts.PYTEST_PLUGIN.text());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Overlay overlay(OverlayPlace place) {
    return new OverlayLayout(python, place).overlay();
  }

  @Override
  public Map<String, String> testVariables(TestOrders orders) {
    return new TestRunVariables(python, orders).variables();
  }

  @Override
  public List<FileToMake> sharedCompiled(String compiled, String shared) {
    List<FileToMake> files = new ArrayList<>();
    List<String> linked = new ArrayList<>();
    // Python mirrors a source's absolute path below its cache prefix (since 3.8)
    List<String> outside = new ArrayList<>(List.of(python.library()));
    outside.addAll(python.packages());
    for (String directory : outside) {
      if (linked.stream().noneMatch(done -> directory.startsWith(done + "/"))) {
        files.add(new FileToMake.Directory(shared + directory));
        files.add(new FileToMake.Link(compiled + directory, shared + directory));
        linked.add(directory);
      }
    }
    return files;
  }

  @Override
  public Invocation syntaxCheck(List<byte[]> sources) {
    var input = new ByteArrayOutputStream();
    for (byte[] source : sources) {
      input.writeBytes((source.length + "\n").getBytes(StandardCharsets.US_ASCII));
      input.writeBytes(source);
    }
    // isolated, without site: the check needs the compiler only, and starts in half the time
    return new Invocation(
        List.of(python.executable(), "-I", "-S", "-c", Scripts.CHECK_SYNTAX.text()),
        input.toByteArray());
  }

  @Override
  public List<BrokenSource> brokenSources(byte[] answer, int asked) {
    String text = new String(answer, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getLast().equals("judged " + asked)) {
      throw new UnreadableAnswerException("the syntax check ended early");
    }
    List<BrokenSource> broken = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] parts = line.split("\t", 3);
      broken.add(
          new BrokenSource(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]));
    }
    return broken;
  }
}
