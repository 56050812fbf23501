# An engine of its own: dockerd in mount, process and network namespaces of its own, on the folder that engine/provision unpacked.
# Sourced by ../run, which sets: repository, folder, logs.
#
# Images are built by an engine on the machine's network, which has packages to fetch: it has no bridge and touches no firewall.
# Containers run under an engine in the network namespace, where bridges, rules and ports are nobody else's; nothing outside is reached
# from there. Both are the same Docker on the same data, one after the other.

namespaces=            # the unshare that made the namespaces and waits for their first process
holder=                # that first process
daemon=                # the nsenter that waits for dockerd
engine_network=        # nsenter's option while dockerd is in the network namespace
readonly engine_socket=/run/lab.sock
readonly engine_cgroup=agentscaler-lab

engine_hold() {
  : >"$folder/holder"
  # Nothing outlives this command, even when it is killed.
  setpriv --pdeathsig KILL unshare --mount --pid --net --fork --kill-child \
    "$repository/deploy/lab/engine/hold" "$folder/engine" \
    "$repository:/repository:ro" "$folder/stand-ins:/stand-ins:ro" "$dotnet:/dotnet:ro" \
    /etc/ssl/certs/ca-certificates.crt:/certificates/ca-certificates.crt:ro "$(readlink -f /etc/resolv.conf):/etc/resolv.conf:ro" \
    3>>"$folder/holder" >"$logs/hold.log" 2>&1 &
  namespaces=$!
  for _ in $(seq 100); do
    holder=$(cat "$folder/holder")
    [ -z "$holder" ] || { engine_network=--net in_engine ip link set lo up; return; }
    kill -0 "$namespaces" 2>/dev/null || break
    sleep 0.1
  done
  cat "$logs/hold.log" >&2
  return 1
}

# A command in the engine's root.
in_engine() {
  nsenter --target "$holder" --mount --pid $engine_network --root --wd \
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DOCKER_HOST="unix://$engine_socket" "${settings[@]}" "$@"
}

# A command of the machine that reaches the engine's published ports.
beside_engine() { nsenter --target "$holder" --net "$@"; }

engine_start() { # build | run
  local options=(--host "unix://$engine_socket" --pidfile /run/lab.pid --cgroup-parent "/$engine_cgroup")
  engine_network=--net
  if [ "$1" = build ]; then
    engine_network=
    options+=(--bridge none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false)
  fi
  in_engine dockerd "${options[@]}" >"$logs/dockerd-$1.log" 2>&1 &
  daemon=$!
  for _ in $(seq 300); do
    ! in_engine docker version >/dev/null 2>&1 || return 0
    kill -0 "$daemon" 2>/dev/null || break
    sleep 0.2
  done
  in_engine docker version >&2
  tail -n 20 "$logs/dockerd-$1.log" >&2
  return 1
}

engine_stop() {
  [ -n "$daemon" ] || return 0
  in_engine sh -c 'kill -TERM "$(cat /run/lab.pid)"' 2>/dev/null || true
  wait "$daemon" || true
  daemon=
}

engine_release() {
  engine_stop
  [ -z "$namespaces" ] || { kill -KILL "$namespaces" && wait "$namespaces"; } 2>/dev/null
  namespaces=
  holder=
  find /sys/fs/cgroup -depth -type d -path "*/$engine_cgroup*" -exec rmdir {} + 2>/dev/null || true
}
