# The product as an image: docker build -t better-together-learning .
# FULL_FEED=false builds without MailKit and Ical.Net, where a package feed lacks them.

FROM node:22-bookworm-slim AS assets
WORKDIR /build/Assets
COPY src/BetterTogether.Learning.Web/Assets/package.json src/BetterTogether.Learning.Web/Assets/package-lock.json src/BetterTogether.Learning.Web/Assets/.npmrc ./
RUN npm ci
COPY src/BetterTogether.Learning.Web/Assets ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS publish
ARG FULL_FEED=true
WORKDIR /build
# Packages are restored before the sources come, so that a change of code does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/BetterTogether.Learning.Domain/*.csproj src/BetterTogether.Learning.Domain/
COPY src/BetterTogether.Learning.Web/*.csproj src/BetterTogether.Learning.Web/
COPY src/BetterTogether.Learning.Web/Assets/Assets.targets src/BetterTogether.Learning.Web/Assets/
# Compiled ahead for this machine's kind: a start spends most of its time compiling otherwise.
RUN dotnet restore src/BetterTogether.Learning.Web --use-current-runtime -p:PublishReadyToRun=true -p:FullFeed=${FULL_FEED}
COPY email-templates email-templates
COPY src src
COPY --from=assets /build/wwwroot/dist src/BetterTogether.Learning.Web/wwwroot/dist
RUN dotnet publish src/BetterTogether.Learning.Web --no-restore -c Release -o /app --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:FullFeed=${FULL_FEED} -p:BuildAssets=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=publish /app .
# A new volume takes over this folder's owner: the product does not run as root.
RUN mkdir -m 700 /data && chown "$APP_UID:$APP_UID" /data
# Compiled ahead, its start is short as it is: what is called often is compiled again by how it is used, a tenth less work under load.
# A circle's command is twelve pushes at once, each in a buffer: what a moment needs is kept for the next, not made anew and collected.
ENV Data__Folder=/data ASPNETCORE_HTTP_PORTS=8080 DOTNET_TieredPGO=1 DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION=512
VOLUME /data
EXPOSE 8080
USER $APP_UID
# The image has no curl: the product asks itself. A first start that migrates much may take its time.
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 CMD ["dotnet", "BetterTogether.Learning.Web.dll", "health"]
ENTRYPOINT ["dotnet", "BetterTogether.Learning.Web.dll"]
