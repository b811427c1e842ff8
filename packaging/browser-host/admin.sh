#!/bin/sh
# What IT staff do with this kiosk. It runs as the kiosk's own user, so that no file of the kiosk's becomes root's.
set -eu
if [ "$(id -un)" != onewindow ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "onewindow-kiosk-admin: run it as root: sudo onewindow-kiosk-admin $*" >&2
    exit 2
  fi
  exec setpriv --reuid onewindow --regid onewindow --init-groups --reset-env "$0" "$@"
fi
# So that it calls itself by this name when it says what to do next.
export ONEWINDOW_ADMIN=onewindow-kiosk-admin
exec /usr/lib/onewindow-kiosk/node /usr/lib/onewindow-kiosk/app/main/admin/start.js \
  --data /var/lib/onewindow-kiosk "$@"
