#!/bin/sh
# Builds what would be released twice, in two folders of different names and at different times, and compares each jar and the bill of
# materials byte by byte. Ends with an error where a file differs.
# usage: docs/scripts/rebuild.sh
set -eu

checkout=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for copy in one other/further-down; do
    mkdir -p "$folder/$copy"
    (cd "$checkout" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$folder/$copy"
    mvn -q -B -ntp -Dstyle.color=never -f "$folder/$copy/pom.xml" package -Prelease -DskipTests -DnoChecks -Denforcer.skip -Djacoco.skip \
        -pl cs-domain,cs-metrics,cs-roles -am < /dev/null
done

cd "$folder/one"
find . \( -path '*/target/cs-*.jar' -o -path '*/target/bom.*' \) | sort > "$folder/files"
compared=0
differing=0
while read -r file; do
    compared=$((compared + 1))
    if ! cmp -s "$file" "$folder/other/further-down/$file"; then
        differing=$((differing + 1))
        echo "differs: $file"
    fi
done < "$folder/files"
echo "rebuild: $compared files compared, $differing differ"
# Main, sources and javadoc of three modules, and the bill in two forms; tests for integrators add three more.
[ "$compared" -ge 14 ] && [ "$differing" -eq 0 ]
