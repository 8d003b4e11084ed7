package dev.ferry.python.testing;

import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import dev.ferry.toolchain.TestResult.Kind;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads JUnit XML: ferry's own with exact test ids, and any other with ids made of file or class
 * and name. Doctype declarations are refused, so no entity is ever resolved.
 */
final class JunitXml {
  private static final int LONGEST_MESSAGE = 4000;

  private final Map<String, TestResult> results = new LinkedHashMap<>();
  private String run = "";
  private String id = "";
  private String message = "";
  private int line;
  private Kind kind = Kind.PASSED;
  private boolean insideCase;

  private JunitXml() {}

  static TestReport read(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    JunitXml reading = new JunitXml();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      boolean suites = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          suites |= reader.getLocalName().startsWith("testsuite");
          reading.start(reader);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          reading.end(reader.getLocalName());
        }
      }
      if (!suites) {
        throw new UnreadableAnswerException("no testsuite in it");
      }
    } catch (XMLStreamException notXml) {
      throw new UnreadableAnswerException(String.valueOf(notXml.getMessage()));
    }
    return new TestReport(reading.run, reading.results);
  }

  private void start(XMLStreamReader element) {
    switch (element.getLocalName()) {
      case "testcase" -> {
        insideCase = true;
        kind = Kind.PASSED;
        message = "";
        line = number(attribute(element, "line"));
        id = identity(element);
      }
      case "property" -> property(attribute(element, "name"), attribute(element, "value"));
      case "failure" -> worse(Kind.FAILED, attribute(element, "message"));
      case "error" -> worse(Kind.ERROR, attribute(element, "message"));
      case "skipped" -> {
        boolean expected = attribute(element, "type").equals("pytest.xfail");
        worse(expected ? Kind.EXPECTED_FAILURE : Kind.SKIPPED, attribute(element, "message"));
      }
      default -> {
        // suites, outputs: nothing that is judged
      }
    }
  }

  private void end(String element) {
    if (element.equals("testcase")) {
      insideCase = false;
      TestResult result = new TestResult(kind, message, line);
      // the same id twice: what did not pass counts
      results.merge(id, result, (first, second) -> first.passed() ? second : first);
    }
  }

  private void property(String name, String value) {
    if (name.equals("ferry.run")) {
      run = value;
    } else if (insideCase && name.equals("ferry.id")) {
      id = value;
    }
  }

  private void worse(Kind found, String told) {
    if (kind == Kind.PASSED || found == Kind.ERROR) {
      kind = found;
      String telling = telling(told);
      message = telling.substring(0, Math.min(telling.length(), LONGEST_MESSAGE));
    }
  }

  /** Pytest begins the lines that tell the error with an E, after those of the source. */
  private static String telling(String told) {
    return told.lines()
        .filter(line -> line.startsWith("E  "))
        .findFirst()
        .map(line -> line.substring(1).strip())
        .orElse(told);
  }

  private static String identity(XMLStreamReader element) {
    String file = attribute(element, "file");
    String place = file.isEmpty() ? attribute(element, "classname") : file;
    String name = attribute(element, "name");
    return place.isEmpty() ? name : place + "::" + name;
  }

  private static String attribute(XMLStreamReader element, String name) {
    String value = element.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(text) : 0;
  }
}
