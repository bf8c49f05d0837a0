#!/bin/sh
# Readers beside an import: benches/import/readers.sh FOLDER [ARTICLES [READERS]]
#
# While so many generated articles (100000) are imported, so many readers (8) go over all report views in the sqlite3 shell, again
# and again, without a time to wait for locks. Before each report, in the same transaction, they count articles, claims and
# rows of full text. Ids are given in order, so that what was seen must be what the finished database has up to that
# id: anything else was half an article. Prints errors, halves, and the longest reading of each view beside the
# time it takes when nobody writes. FACTDB names the program.
set -eu
folder=$1 articles=${2:-100000} readers=${3:-8}
factdb=${FACTDB:-target/release/factdb}
texts=$folder/text-$articles
[ -d "$texts" ] || cargo bench -q --bench articles -- "$texts" "$articles"
work=$(mktemp -d "$folder/readers.XXXXXX")
trap 'touch "$work/done"; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
db=$work/facts.db

read_view() { # VIEW: a line of what was seen, its rows, and milliseconds
    started=$(date +%s%N)
    sqlite3 -readonly "$db" "BEGIN;
        SELECT 'seen', (SELECT count(*) FROM articles), (SELECT coalesce(max(id), 0) FROM articles),
            (SELECT count(*) FROM claims), (SELECT count(*) FROM article_search_docsize);
        SELECT * FROM $1; COMMIT" >"$2.rows" 2>>"$2.errors" || echo "$1 failed" >>"$2.errors"
    took=$((($(date +%s%N) - started) / 1000000))
    echo "$1|$(head -n 1 "$2.rows")|$(($(wc -l <"$2.rows") - 1))|$took"
}
reader() {
    while [ ! -e "$work/done" ]; do
        for view in $views; do
            [ -e "$work/done" ] || read_view "$view" "$work/$1" >>"$work/$1.seen"
        done
    done
}

# A file with its views, before anything is imported.
printf -- '---\ntitle: nothing\n---\nNothing happened.\n' >"$work/nothing.txt"
"$factdb" --db "$db" import "$work/nothing.txt" >/dev/null 2>&1
views=$(sqlite3 "$db" "SELECT 'report_' || replace(name, '-', '_') FROM reports ORDER BY name")
for number in $(seq "$readers"); do reader "$number" & done
started=$(date +%s)
"$factdb" --db "$db" import "$texts" >"$work/import.out" 2>&1 || cat "$work/import.out"
echo "import beside $readers readers: $(($(date +%s) - started)) s"
touch "$work/done"
wait

for view in $views; do read_view "$view" "$work/alone" >>"$work/alone.times"; done
cat "$work"/[0-9]*.errors 2>/dev/null | sort | uniq -c | sed 's/^/error: /'
cat "$work"/[0-9]*.seen >"$work/all.seen"
cut -d'|' -f3-6 "$work/all.seen" | sort -u >"$work/observations"
sqlite3 "$db" "CREATE TEMP TABLE seen (articles INT, last INT, claims INT, texts INT);" ".import $work/observations seen" "
    SELECT 'half an article: ' || articles || ' articles up to ' || last || ', ' || claims || ' claims, ' || texts || ' texts' FROM temp.seen
    WHERE articles <> (SELECT count(*) FROM articles WHERE id <= last) OR texts <> articles
        OR claims <> (SELECT count(*) FROM claims WHERE article_id <= last);
    SELECT count(*) || ' states seen' FROM temp.seen;"
awk -F'|' 'FNR == NR { alone[$1] = $NF; next }
    { count[$1]++; if ($NF > worst[$1]) worst[$1] = $NF }
    END { for (view in count) printf "%-32s read %5d times, at most %7d ms; alone %7d ms\n", view, count[view], worst[view], alone[view] }' \
    "$work/alone.times" "$work/all.seen" | sort
