package dev.ferry.formats;

import java.util.regex.Pattern;

/**
 * Tells by a command line up to a word that the word names something that is no module, whatever it
 * is called: a distribution, an image, a service, a host. Pure.
 */
public final class NamesOfOthers {
  private static final String TO_HERE = "[^;&|\\n]*$";

  /** What installs distributions, which need not be called as modules are. */
  private static final Pattern INSTALLS =
      Pattern.compile(
          "\\b(?:pip[\\d.]*|uv|poetry|pdm|pipenv|conda|mamba|micromamba|pipx|rye|hatch|pixi"
              + "|easy_install)[\"',\\s]+"
              + "(?:-\\S+\\s+)*(?:tool\\s+|pip\\s+|env\\s+|python\\s+)?"
              + "(?:install|add|remove|uninstall|download|show|wheel|update|upgrade|create|inject)"
              + "\\b"
              + TO_HERE);

  /** The same for packages of systems and of other languages. */
  private static final Pattern INSTALLS_OTHERS =
      Pattern.compile(
          "\\b(?:apt|apt-get|aptitude|yum|dnf|microdnf|apk|brew|pacman|zypper|port|snap|flatpak"
              + "|choco|scoop|winget|npm|pnpm|yarn|bun|gem|cargo|go|luarocks)[\"',\\s]+"
              + "(?:-\\S+[\"',\\s]+)*(?:install|add|remove|purge|uninstall|upgrade|del|reinstall|ci"
              + "|-S\\w*)\\b"
              + TO_HERE);

  /** What is done to services of a system. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "\\b(?:systemctl|supervisorctl|journalctl|rc-service|initctl|launchctl|pm2|chkconfig"
              + "|update-rc\\.d)\\s"
              + TO_HERE
              + "|(?:^|[;&|(:]|\\bsudo|\\bRUN)\\s*service\\s+$");

  private static final Pattern IMAGE =
      Pattern.compile(
          "\\b(?:docker|podman|nerdctl|buildah)\\b[^;&|\\n]*"
              + "(?:\\s(?:-t|--tag|--name|--network|--hostname|-h|--link|--network-alias|--label)"
              + "[\\s=]+"
              + "|\\s(?:push|pull|tag|rmi?|stop|start|logs|restart|kill|inspect|save|load|commit"
              + "|create|up|down|ps|build|images?)\\s+(?:\\S+\\s+)?)"
              + "[\"']?$");

  /** The image that is run, or the container in which something is: behind the options. */
  private static final Pattern RUN_IN =
      Pattern.compile(
          "\\b(?:docker|podman|nerdctl)(?:[\\s-]compose(?:\\s+-\\S+(?:\\s+[^\\s-]\\S*)?)*)?"
              + "\\s+(?:container\\s+)?(?:run|exec|cp)"
              + "(?:\\s+(?:-[ditqPT]+|--(?:rm|init|privileged|detach|tty|interactive|no-deps"
              + "|read-only|quiet|build)|--[a-z-]+=\\S+"
              + "|(?:-[ditqPT]*[evpuwhlmac]|--(?!(?:rm|init|privileged|detach|tty|interactive|no-deps"
              + "|read-only|quiet|build)\\s)[a-z-]+)\\s+[^\\s-]\\S*))*\\s+[\"']?$");

  /** What a cluster runs, up to the command in it. */
  private static final Pattern CLUSTER =
      Pattern.compile(
          "\\b(?:helm|kubectl|oc|k3s|kustomize|minikube|nomad|flyctl|heroku)\\s"
              + "(?:(?!\\s--\\s)[^;&|\\n])*$");

  /** Programs whose words are hosts, messages, keys, or code in other languages. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?:^|[;&|\\n(])[\\s\\[\"'(]*(?:(?:sudo|exec|time|nohup)\\s+|\\w+=\\S*\\s+)*"
              + "(?:\\S*/)?(?:git|hg|svn|gh|glab|ping|ssh|scp|sftp|rsync|curl|wget|nc|telnet|dig"
              + "|nslookup|host|traceroute|node|deno|npm|npx|yarn|pnpm|ruby|perl|php|lua|java|awk"
              + "|gawk|sed|jq|yq|psql|mysql|sqlite3|redis-cli|mongo|mongosh|sysctl|defaults"
              + "|gsettings|terraform|aws|gcloud|az)\\b"
              + TO_HERE);

  /** Hosts, branches and targets, which stand before a colon. */
  private static final Pattern BEFORE_COLON =
      Pattern.compile(
          "\\b(?:scp|rsync|ssh|sftp|rclone|git|npm|npx|pnpm|yarn|nx|turbo|rake|curl|wget|nc|aws|gcloud"
              + "|gsutil|az|echo|printf|mutagen)\\s"
              + TO_HERE);

  private NamesOfOthers() {}

  /**
   * @param before what stands before the word, in its line
   */
  public static boolean isNamedAfter(String before) {
    return INSTALLS.matcher(before).find()
        || INSTALLS_OTHERS.matcher(before).find()
        || SERVICE.matcher(before).find()
        || IMAGE.matcher(before).find()
        || RUN_IN.matcher(before).find()
        || CLUSTER.matcher(before).find()
        || OF_OTHERS.matcher(before).find();
  }

  /** The same for what stands before a colon with a word behind it. */
  public static boolean isAddressAfter(String before) {
    return BEFORE_COLON.matcher(before).find();
  }
}
