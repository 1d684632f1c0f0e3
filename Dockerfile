# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS web
WORKDIR /source/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY web/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS host
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
RUN dotnet publish src/Host -c Release -o /app -v quiet -nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
LABEL org.opencontainers.image.title="Flowstate" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=host /app ./
COPY --from=web /source/web/dist ./wwwroot
COPY --chmod=0555 deploy/docker/entrypoint.sh deploy/docker/healthy.sh /usr/local/bin/
# A named volume takes over the owner of the folder it is mounted on.
RUN mkdir -p /var/lib/flowstate && chown "$APP_UID" /var/lib/flowstate
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0 \
    Flowstate__DataDirectory=/var/lib/flowstate
USER $APP_UID
EXPOSE 8080
VOLUME /var/lib/flowstate
# Migrations run before it listens: give the first start time.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthy.sh"]
ENTRYPOINT ["entrypoint.sh"]
