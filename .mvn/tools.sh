# Sourced by carillon and verify: the tools that both need.
#   find_jdk25   sets JAVA_HOME to a JDK 25, or says in one sentence what to install and ends
#   has_node     whether the web pages can be built

usual_places() {
  for place in /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/java/* /usr/local/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    echo "$place"
  done
}

is_jdk25() { # FOLDER
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

jdk_on_path() {
  javac=$(command -v javac) && javac=$(readlink -f "$javac") && echo "${javac%/bin/javac}"
}

find_jdk25() {
  # reads to the end, since breaking off would end the writers by SIGPIPE, which pipefail takes for a failure
  found=$({ echo "${JAVA_HOME:-}"; jdk_on_path; usual_places; } | while read -r jdk; do
    if is_jdk25 "$jdk"; then echo "$jdk"; fi
  done)
  JAVA_HOME=${found%%
*}
  if [ -z "$JAVA_HOME" ]; then
    echo "${0##*/}: no JDK 25 was found: install one (Eclipse Temurin 25, or your system's openjdk-25-jdk) or set JAVA_HOME to it." >&2
    exit 1
  fi
  export JAVA_HOME
}

has_node() {
  command -v npm >/dev/null && command -v node >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}
