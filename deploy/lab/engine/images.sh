# Base images and engines where no registry is at hand: local stand-ins under the names that Dockerfile and .env ask for.
# Sourced by ../run.

tree_image() { # name
  in_engine docker image inspect "lab-$1" >/dev/null 2>&1 && return
  tar -C "$folder/$1" --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' -c . | in_engine docker import - "lab-$1"
}

stand_in() { # target, name
  in_engine docker buildx build --progress plain --network host --provenance=false --file /repository/deploy/lab/images/Dockerfile --target "$1" --tag "$2" \
    --build-context dotnet=/dotnet --build-context certificates=/certificates --build-context stand-ins=/stand-ins /repository/deploy/lab/images
}

make_images() {
  local dotnet_version
  dotnet_version=$(setting DOTNET_VERSION)
  tree_image trixie && tree_image forky \
    && stand_in sdk "mcr.microsoft.com/dotnet/sdk:$dotnet_version-noble" \
    && stand_in aspnet "mcr.microsoft.com/dotnet/aspnet:$dotnet_version-noble" \
    && stand_in chiseled "mcr.microsoft.com/dotnet/aspnet:$dotnet_version-noble-chiseled" \
    && stand_in rabbitmq "$(setting RABBITMQ_IMAGE)" \
    && stand_in mongodb "$(setting MONGODB_IMAGE)" \
    && stand_in jaeger "$(setting JAEGER_IMAGE)" \
    && stand_in prometheus "$(setting PROMETHEUS_IMAGE)"
}
