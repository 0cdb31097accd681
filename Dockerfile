# The studio in a container:
#
#   docker build --tag pentimento .                          painting on the CPU
#   docker build --tag pentimento --build-arg DEVICE=gpu .   on an NVIDIA GPU, run with --gpus all
#   docker run --rm pentimento doctor                        any verb goes after the image's name
#
# docs/docker.md tells of keys and volumes; compose.yaml serves it.

ARG PYTHON=3.12

FROM python:${PYTHON}-slim-bookworm AS build
ARG DEVICE=cpu
# Annoy comes as source.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends g++ \
 && rm -rf /var/lib/apt/lists/*
# hadolint ignore=DL3013
RUN python -m venv /opt/pentimento \
 && /opt/pentimento/bin/pip install --no-cache-dir uv
ENV VIRTUAL_ENV=/opt/pentimento PATH=/opt/pentimento/bin:$PATH UV_COMPILE_BYTECODE=1 UV_NO_CACHE=1
WORKDIR /src
COPY pyproject.toml requirements.lock ./
# PyTorch as everybody gets it brings CUDA along, which is gigabytes; its build for the CPU has the same version.
RUN if [ "$DEVICE" = cpu ]; then \
      grep -oE '^torch(vision)?==[0-9.]+' requirements.lock > torch.txt \
      && uv pip install --torch-backend=cpu --requirements torch.txt; \
    fi
RUN uv pip install --constraints requirements.lock --requirements pyproject.toml
COPY . .
RUN uv pip install --no-deps .

FROM python:${PYTHON}-slim-bookworm
RUN useradd --create-home --uid 1000 pentimento \
 && install --directory --owner=1000 --group=1000 /data
COPY --from=build /opt/pentimento /opt/pentimento
# Inside its container the server listens to all; settings demand a key for that.
ENV PATH=/opt/pentimento/bin:$PATH PENTIMENTO_DATA=/data PENTIMENTO_HOST=0.0.0.0 TORCH_HOME=/data/torch
WORKDIR /data
USER 1000
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ.get('PENTIMENTO_PORT', '8000') + '/livez', timeout=4)"]
ENTRYPOINT ["pentimento"]
CMD ["serve"]
