#!/usr/bin/env bash
# Runs every test. On Debian as root it first installs what the tests need besides the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")"

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  needed=()
  # Both executions of a tool program are compared wherever Python 3.11 is found.
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || needed+=(python3)
  # The official clients of OpenAI's protocol, MCP and gRPC are pointed at a served workspace.
  command -v node >/dev/null || needed+=(nodejs)
  command -v npm >/dev/null || needed+=(npm)
  # What a stranger clones is what git tracks.
  command -v git >/dev/null || needed+=(git)
  if [ ${#needed[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null
  fi
fi

# One build, then every test project; two at a time is what two cores carry.
dotnet build AgentScaler.slnx -c Release
dotnet test --solution AgentScaler.slnx -c Release --no-build --max-parallel-test-modules 2
