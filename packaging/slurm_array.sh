#!/usr/bin/env bash
# A folder enlarged by many nodes: `sbatch --array=1-8 packaging/slurm_array.sh IN OUT [options of rsd upscale]`.
# Each task takes the photos whose paths' hash falls to it and claims each before it begins, so that a task that is
# requeued, or run twice, takes nothing from another. What is done already is passed over.
#SBATCH --job-name=rsd-upscale
#SBATCH --cpus-per-task=8
#SBATCH --gpus-per-task=1
#SBATCH --ntasks=1
#SBATCH --requeue
set -euo pipefail
in=$1 out=$2
shift 2
exec "${RSD:-rsd}" upscale "$in" -o "$out" --recursive --resume --exists skip \
  --shard "${SLURM_ARRAY_TASK_ID:?start it with sbatch --array}/${SLURM_ARRAY_TASK_COUNT:?}" \
  --report "$out/report-${SLURM_ARRAY_TASK_ID}.csv" "$@"
