#!/bin/sh
# Times every report of a database: benches/story/reports.sh DB [REPORT…]. For each in full and filtered to a force and a place, to
# one question, and through the sqlite3 shell, where there is one: seconds of processor time, rows, and memory in full.
# FACTDB names the program (target/release/factdb). Filters are of the generated story; others go into FORCE, PLACE, PREDICATE.
set -eu
db=$1
shift
factdb=${FACTDB:-target/release/factdb}
force=${FORCE:-kenya-forces} place=${PLACE:-camp-lemonnier} predicate=${PREDICATE:-withdraw}
names=${*:-$(sqlite3 "$db" "SELECT name FROM reports ORDER BY name")}
out=$(mktemp)
trap 'rm -f "$out" "$out.time" "$out.part"' EXIT

seconds() { # COMMAND…: processor seconds, and memory in MB
    /usr/bin/time -o "$out.time" -f '%U %S %M' "$@" >/dev/null 2>&1 || { echo 'failed -'; return; }
    awk '{ printf "%.2f %d\n", $1 + $2, $3 / 1024 }' "$out.time"
}

printf '%-20s %9s %6s %9s %9s %9s %9s %9s\n' report full MB rows place force question shell
for name in $names; do
    view=report_$(echo "$name" | tr - _)
    full=$(seconds "$factdb" --db "$db" report "$name" --format csv --time-limit 0 -o "$out")
    rows=$(($(wc -l <"$out") - 1))
    set -- "$factdb" --db "$db" report "$name" --format csv -o "$out"
    by_place=$(seconds "$@" --place "$place")
    by_force=$(seconds "$@" --subject "$force")
    question=$(seconds "$@" --place "$place" --subject "$force" --predicate "$predicate")
    shell=$(seconds sqlite3 "$db" "SELECT * FROM $view")
    printf '%-20s %9s %6s %9d %9s %9s %9s %9s\n' "$name" ${full% *} ${full#* } "$rows" "${by_place% *}" "${by_force% *}" "${question% *}" "${shell% *}"
done
