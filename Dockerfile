# kanwu alone in a small image:  docker run --rm -v "$PWD:/drafts" kanwu check
FROM rust:1.91-slim-bookworm AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked --bin kanwu

FROM debian:bookworm-slim
COPY --from=build /source/target/release/kanwu /usr/local/bin/kanwu
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/kanwu/
# Drafts are mounted here; nobody's rights are enough to read them.
WORKDIR /drafts
USER nobody
ENTRYPOINT ["kanwu"]
CMD ["--help"]
