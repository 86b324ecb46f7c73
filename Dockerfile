# The service with its model: built, then only what it runs on. Behind a mirror: --build-arg HF_ENDPOINT=…
ARG NODE_IMAGE=node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsdown.config.ts ./
COPY bin bin
COPY scripts/build.mjs scripts/build.mjs
COPY src src
COPY graph graph
COPY ingest ingest
COPY web web
RUN node scripts/build.mjs
ARG HF_ENDPOINT=https://huggingface.co
RUN HF_ENDPOINT=${HF_ENDPOINT} ZHENGMAI_MODEL_DIR=/models node bin/zhengmai.mjs model fetch

FROM ${NODE_IMAGE} AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM ${NODE_IMAGE}
# listening beyond loopback needs ZHENGMAI_API_KEY, to be given when it is run
ENV NODE_ENV=production \
    ZHENGMAI_HOST=0.0.0.0 \
    ZHENGMAI_DATA_DIR=/data \
    ZHENGMAI_MODEL_DIR=/models
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /models /models
COPY bin bin
COPY seeds seeds
COPY package.json schema.graphql LICENSE NOTICE README.md CHANGELOG.md ./
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 4000
# installing nothing, ingesting the first documents at most
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/zhengmai.mjs"]
CMD ["serve", "--port", "4000"]
