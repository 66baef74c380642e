# Ends the program if it runs, starts it on the same folder and address, and returns when it listens.
set -eu
cd '@FOLDER@'
if [ -f pid ]; then
  pid=$(cat pid)
  kill -@SIGNAL@ "$pid"
  tries=0
  # One that ended may still be listed, where nobody asks how it ended; while threads of it are, it is not over.
  over() {
    ! kill -0 "$pid" 2>/dev/null ||
      { grep -q '^State:.Z' "/proc/$pid/status" 2>/dev/null && [ "$(ls "/proc/$pid/task" | wc -l)" -le 1 ]; }
  }
  while ! over; do
    tries=$((tries + 1))
    [ "$tries" -lt 1500 ] || { echo "the program does not end" >&2; exit 1; }
    sleep 0.02
  done
fi
[ -f address ] || echo 127.0.0.1:0 > address
: > said
MARQUEE_DRAIN_MS=300 '@PROGRAM@' serve @CONFIG@ --listen "$(cat address)" --data data </dev/null >/dev/null 2>said &
echo $! > pid
tries=0
until grep -q 'listening on http://' said; do
  kill -0 "$(cat pid)" 2>/dev/null || { cat said >&2; exit 1; }
  tries=$((tries + 1))
  [ "$tries" -lt 1500 ] || { echo "the program never listens" >&2; exit 1; }
  sleep 0.02
done
sed -n 's|.*listening on http://\([0-9.:]*\).*|\1|p' said | head -n 1 > address
