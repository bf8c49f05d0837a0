#!/bin/sh
# How near an import comes to what SQLite needs for its rows: benches/import/ratios.sh FOLDER [ARTICLES…]
#
# For each number of articles (10000 and 100000): the import of a folder of texts, the same again, the floor of its rows; the
# import without extraction, and its floor. Seconds on the wall, of the processor, ratio of the first to the floor's,
# and the import's peak of memory. FOLDER keeps the generated texts; databases go. FACTDB names the program.
set -eu
folder=$1
shift
factdb=${FACTDB:-target/release/factdb}
db=$folder/ratios.db
trap 'rm -f "$db"* "$folder/floor.db"* "$folder/ratios.time"' EXIT

seconds() { # COMMAND…: wall, processor, MB
    /usr/bin/time -o "$folder/ratios.time" -f '%e %U %S %M' "$@" >/dev/null
    awk '{ printf "%.2f %.2f %d\n", $1, $2 + $3, $4 / 1024 }' "$folder/ratios.time"
}
floor() { # wall, processor
    rm -f "$folder/floor.db"*
    cargo bench -q --bench floor -- "$db" "$folder/floor.db" | sed 's/floor \([0-9.]*\) s, \([0-9.]*\) s.*/\1 \2/'
}
row() { # NAME, SECONDS…, FLOOR…
    printf '%9d %-22s %9s %9s %7s   %5.2f\n' "$articles" "$1" "$2" "$3" "${4:--}" "$(echo "$2 ${5:-$2}" | awk '{ print $1 / $2 }')"
}

printf '%9s %-22s %9s %9s %7s   %s\n' articles what seconds processor MB ratio
for articles in ${*:-10000 100000}; do
    texts=$folder/text-$articles
    [ -d "$texts" ] || cargo bench -q --bench articles -- "$texts" "$articles"
    find "$texts" -name '*.txt' -exec cat {} + >/dev/null
    rm -f "$db"*
    import=$(seconds "$factdb" --db "$db" import "$texts")
    again=$(seconds "$factdb" --db "$db" import "$texts")
    floor=$(floor)
    rm -f "$db"*
    bare=$(seconds "$factdb" --db "$db" import "$texts" --no-extract)
    bare_floor=$(floor)
    set -- $floor; row floor "$1" "$2"; wall=$1
    set -- $import; row import "$@" "$wall"; first=$1
    set -- $again; row 'again, unchanged' "$@" "$first"
    set -- $bare_floor; row 'floor without claims' "$1" "$2"; wall=$1
    set -- $bare; row 'import --no-extract' "$@" "$wall"
done
