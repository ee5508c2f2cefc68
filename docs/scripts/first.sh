#!/bin/sh
# From nothing to a first SLA due time: an empty folder, an empty local Maven repository, the library installed from this checkout, and the
# program of the README. Prints how long each step took; what is downloaded makes most of it.
# usage: docs/scripts/first.sh [FOLDER]    an empty folder or none yet; without it a temporary one, which is removed at the end
set -eu

checkout=$(cd "$(dirname "$0")/../.." && pwd)
if [ $# -gt 0 ]; then
    mkdir -p "$1"
    folder=$(cd "$1" && pwd)
    if [ -n "$(ls -A "$folder")" ]; then
        echo "The folder ($folder) must be empty." >&2
        exit 2
    fi
else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
repository=$folder/repository
project=$folder/first
begun=$(date +%s)
last=$begun

step() {
    now=$(date +%s)
    printf '%4d s  %s\n' $((now - last)) "$1"
    last=$now
}

maven() {
    mvn -q -B -ntp -Dstyle.color=never "-Dmaven.repo.local=$repository" "$@" < /dev/null
}

# The block between ```java first and ``` is the program; Java wants imports and a class around it.
mkdir -p "$repository" "$project/src/main/java"
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$checkout/pom.xml" | head -n 1)
{
    cat <<'JAVA'
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.customerservice.domain.calendar.*;
import dev.customerservice.domain.party.*;
import dev.customerservice.domain.sla.*;
import dev.customerservice.domain.ticket.*;
import java.time.*;

class First {
    public static void main(String[] arguments) {
JAVA
    sed -n '/^```java first$/,/^```$/p' "$checkout/README.md" | sed '1d;$d'
    printf '    }\n}\n'
} > "$project/src/main/java/First.java"
cat > "$project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>first</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>dev.customerservice</groupId>
      <artifactId>cs-domain</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
  <build>
    <pluginManagement>
      <plugins>
        <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
        <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
        <plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><version>3.6.4</version></plugin>
      </plugins>
    </pluginManagement>
  </build>
</project>
POM
step "a project of one dependency and $(sed -n '/^```java first$/,/^```$/p' "$checkout/README.md" | sed '1d;$d' | wc -l) lines"

# Tests and checks are left out: they are for those who change the library.
maven -f "$checkout/pom.xml" install -pl cs-domain -am -Dmaven.test.skip -DnoChecks -Dmaven.javadoc.skip \
    -Dspotless.check.skip -Denforcer.skip -Djacoco.skip
step "cs-domain installed into an empty repository"

maven -f "$project/pom.xml" compile
step "compiled"

printed=$(maven -f "$project/pom.xml" exec:java -Dexec.mainClass=First)
step "run"

# Some Mavens end their output with a code that resets the colours.
due=$(printf '%s\n' "$printed" | grep -Eo '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z' || true)
if [ -z "$due" ]; then
    echo "The program must print an instant, not: $printed" >&2
    exit 1
fi
printf '%4d s  in all; the first SLA due time is %s\n' $((last - begun)) "$due"
