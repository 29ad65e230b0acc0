# The program alone, in an image without shell and system: built by golang, run by nobody.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /out/redthread ./cmd/redthread && mkdir /out/data

FROM gcr.io/distroless/static:nonroot
COPY --from=build /out/redthread /redthread
COPY --from=build --chown=65532:65532 /out/data /data
COPY LICENSE NOTICE /licenses/
ENV REDTHREAD_ADDR=0.0.0.0:8080 REDTHREAD_DATA=/data
VOLUME /data
EXPOSE 8080
USER 65532:65532
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["/redthread", "health"]
ENTRYPOINT ["/redthread"]
CMD ["serve"]
