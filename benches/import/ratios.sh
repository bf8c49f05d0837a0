#!/bin/sh
# How near an import comes to what SQLite needs for its rows: benches/import/ratios.sh FOLDER [PART…]
#
# A number of articles is a part (10000 and 100000 where none is given): the import of a folder of texts, the same again, the
# floor of its rows; the import without extraction, and its floor. Seconds on the wall and of the processor, peak of
# memory, and the ratio of the wall's seconds to the floor's (of the second import to the first).
# The others: `formats` imports 10,000 pages and an archive of them, and tells the share of each stage; `sqlite-utils` (the
# program, from SQLITE_UTILS) sets 20,000 articles of JSON Lines against `insert --nl` and `enable-fts`; `jobs` compares the dumps of one,
# two and eight threads.
# FOLDER keeps what was generated; databases go. FACTDB, FLOOR and ARTICLES name the programs.
set -eu
folder=$1
shift
factdb=${FACTDB:-target/release/factdb}
sqlite_utils=${SQLITE_UTILS:-sqlite-utils}
db=$folder/ratios.db
trap 'rm -f "$db"* "$folder"/floor.db* "$folder"/ratios.*' EXIT

articles() { # FOLDER ARTICLES FORMAT
    [ -d "$1" ] || ${ARTICLES:-cargo bench -q --bench articles --} "$1" "$2" --format "$3"
    find "$1" -type f -exec cat {} + >/dev/null
}
seconds() { # COMMAND…: wall, processor, MB
    rm -f "$folder/ratios.out"
    /usr/bin/time -o "$folder/ratios.time" -f '%e %U %S %M' "$@" >"$folder/ratios.out" 2>&1 || { cat "$folder/ratios.out" >&2; exit 1; }
    awk '{ printf "%.2f %.2f %d\n", $1, $2 + $3, $4 / 1024 }' "$folder/ratios.time"
}
fresh() { # ARGUMENTS…: an import into a new database
    rm -f "$db"*
    seconds "$factdb" --db "$db" import "$@"
}
floor() { # wall, processor
    rm -f "$folder/floor.db"*
    ${FLOOR:-cargo bench -q --bench floor --} "$db" "$folder/floor.db" | sed 's/floor \([0-9.]*\) s, \([0-9.]*\) s.*/\1 \2 -/'
}
row() { # NAME, WALL, PROCESSOR, MB, WALL OF WHAT IT IS COMPARED WITH
    printf '%-32s %9s %9s %6s   %6.2f\n' "$1" "$2" "$3" "$4" "$(echo "$2 $5" | awk '{ print $1 / $2 }')"
}
head() {
    printf '\n%-32s %9s %9s %6s   %6s\n' "$1" seconds processor MB ratio
}

size() { # ARTICLES
    texts=$folder/text-$1
    articles "$texts" "$1" text
    import=$(fresh "$texts")
    again=$(seconds "$factdb" --db "$db" import "$texts")
    floor=$(floor)
    bare=$(fresh "$texts" --no-extract)
    bare_floor=$(floor)
    head "$1 texts"
    row floor $floor "${floor%% *}"
    row import $import "${floor%% *}"
    row 'again, unchanged' $again "${import%% *}"
    row 'floor without claims' $bare_floor "${bare_floor%% *}"
    row 'import --no-extract' $bare "${bare_floor%% *}"
}

formats() {
    for format in html warc; do
        articles "$folder/$format-10000" 10000 $format
        import=$(fresh "$folder/$format-10000" --timings)
        head "10000 articles, $format"
        row import $import "${import%% *}"
        cat "$folder/ratios.out"
    done
}

against() {
    articles "$folder/jsonl-20000" 20000 jsonl
    lines=$folder/jsonl-20000/articles-000.jsonl
    rm -f "$db"*
    insert=$(seconds "$sqlite_utils" insert "$db" articles "$lines" --nl)
    texts=$(seconds "$sqlite_utils" enable-fts "$db" articles title text --tokenize unicode61)
    both=$(echo "$insert $texts" | awk '{ print $1 + $4, $2 + $5, ($3 > $6 ? $3 : $6) }')
    bare=$(fresh "$lines" --no-extract)
    import=$(fresh "$lines")
    head '20000 articles, JSON Lines'
    row 'sqlite-utils insert, enable-fts' $both "${both%% *}"
    row 'import --no-extract' $bare "${both%% *}"
    row import $import "${both%% *}"
}

jobs_alike() {
    articles "$folder/text-10000" 10000 text
    head '10000 texts'
    first=
    for jobs in 1 2 8; do
        import=$(fresh "$folder/text-10000" --jobs $jobs)
        row "import --jobs $jobs" $import "${first:-${import%% *}}"
        first=${first:-${import%% *}}
        "$factdb" --db "$db" dump | sha256sum
    done
}

for part in ${*:-10000 100000}; do
    case $part in
    formats) formats ;;
    sqlite-utils) against ;;
    jobs) jobs_alike ;;
    *) size "$part" ;;
    esac
done
