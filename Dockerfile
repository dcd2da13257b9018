# The app for production: one image, started as a web process, a worker, or the set-up of its database.
# docs/self-hosting.md says how. Node's version is the one of .nvmrc.

FROM node:24-bookworm-slim AS packages
# For whoever has a registry of npm's packages nearer: --build-arg NPM_CONFIG_REGISTRY=…
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY tests/devstore/package.json tests/devstore/
# The packages' install scripts fetch what only development needs.
RUN npm ci --omit=dev --ignore-scripts

FROM packages AS build
ARG NPM_CONFIG_REGISTRY
RUN npm ci --ignore-scripts
COPY prisma prisma
COPY scripts scripts
COPY prisma.config.ts vite.config.ts tsconfig.json ./
COPY app app
COPY extensions extensions
COPY public public
RUN npx prisma generate && NODE_ENV=production npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/node_modules/.prisma node_modules/.prisma
COPY --from=build /app/build build
COPY package.json prisma.config.ts ./
COPY prisma prisma
COPY scripts scripts
COPY app app
# By its number, so that Kubernetes can tell that it is not root. Nothing in the image is its own.
USER 1000:1000
EXPOSE 3000
# A worker answers on HEALTH_PORT, a web process on PORT.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "scripts/healthy.ts"]
# Without npm in between, a signal reaches the process that it is meant for.
CMD ["node", "app/server.ts"]
