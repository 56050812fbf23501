# One image a service: docker build --build-arg SERVICE=Rollout -t agentscaler-rollout .
# Targets: service (most), service-python (Materialization: both executions of a tool program are compared where Python is).
ARG DOTNET=10.0

# The project files alone, so that packages are restored again only when one of these changes.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET}-noble AS projects
WORKDIR /projects
RUN --mount=type=bind,source=.,target=/context \
    cd /context && cp Directory.Build.props Directory.Packages.props global.json /projects/ \
    && find shared services -name '*.csproj' -exec cp --parents -t /projects {} +

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET}-noble AS build
ARG SERVICE
ARG TARGETARCH
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
COPY --from=projects /projects ./
# Downloads are shared between builds; the packages themselves stay in this layer, because a cache mount may be emptied at any time.
RUN --mount=type=cache,target=/root/.local/share/NuGet/http-cache,sharing=locked \
    dotnet restore "services/${SERVICE:?name a service, for example Rollout}" -a "$TARGETARCH"
COPY . .
# The program is called the same in every image, so that one entry point and one health check fit all.
RUN dotnet publish "services/$SERVICE" -c Release -a "$TARGETARCH" --no-restore --no-self-contained -o /app \
    && mv "/app/AgentScaler.$SERVICE" /app/service && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiseled AS service
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
# The addresses are those of Kestrel__Endpoints alone; the base image's variable would only be overridden, with a warning.
ENV ASPNETCORE_HTTP_PORTS=
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=20s --start-period=180s --retries=3 CMD ["/app/service", "health"]
ENTRYPOINT ["/app/service"]

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble AS service-python
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
# The addresses are those of Kestrel__Endpoints alone; the base image's variable would only be overridden, with a warning.
ENV ASPNETCORE_HTTP_PORTS=
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=20s --start-period=180s --retries=3 CMD ["/app/service", "health"]
ENTRYPOINT ["/app/service"]
