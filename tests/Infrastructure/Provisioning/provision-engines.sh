#!/usr/bin/env bash
# Provisions the two engines that the tests use where neither an address nor a container engine is given:
# RabbitMQ from this Debian release, and the MongoDB-compatible engine from Debian testing in a folder of its own.
# Prints nothing on success but the folder; runs in seconds when the cache is there. Needs Debian and root.
set -euo pipefail

cache=${AGENTSCALER_ENGINE_CACHE:-/var/cache/agentscaler-test-engines}
root=$cache/documentdb
mkdir -p "$cache"
exec 9>"$cache/.lock"
flock 9

fail() { echo "provision-engines: $*" >&2; exit 1; }
[ -f /etc/debian_version ] || fail "this is not Debian; set AGENTSCALER_TEST_RABBITMQ and AGENTSCALER_TEST_MONGODB, or run a container engine"
[ "$(id -u)" = 0 ] || fail "needs root; set AGENTSCALER_TEST_RABBITMQ and AGENTSCALER_TEST_MONGODB, or run a container engine"

packages=()
command -v rabbitmq-server >/dev/null || packages+=(rabbitmq-server)
command -v debootstrap >/dev/null || packages+=(debootstrap)
if [ ${#packages[@]} -gt 0 ]; then
  apt-get update -qq
  # The service that the package would start is not wanted: each suite starts its own node.
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  rm -f /usr/sbin/policy-rc.d
fi

if [ ! -f "$root/.complete" ]; then
  ! mountpoint -q "$root/proc" || umount "$root/proc"
  rm -rf "$root"
  # The mirror that this machine already uses.
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v -- -security | head -n 1)
  [ -n "$mirror" ] || fail "apt names no mirror"
  # This release has no debootstrap script for the coming one; the unstable script fits every suite.
  debootstrap --variant=minbase forky "$root" "$mirror" /usr/share/debootstrap/scripts/sid >"$cache/debootstrap.log" 2>&1 \
    || fail "debootstrap failed, see $cache/debootstrap.log"
  mount -t proc proc "$root/proc"
  trap 'umount "$root/proc" 2>/dev/null || true' EXIT
  chroot "$root" sh -c 'printf "#!/bin/sh\nexit 101\n" > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
    apt-get -o Acquire::Check-Valid-Until=false update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-18-documentdb' \
    >"$cache/documentdb.log" 2>&1 || fail "installing the engine failed, see $cache/documentdb.log"
  touch "$root/.complete"
fi
echo "$cache"
