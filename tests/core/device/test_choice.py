from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from rsd_app.core.device import budget, precision
from rsd_app.core.device.budget import memory_budget_mb
from rsd_app.core.device.choice import Device, choose_device, cpu_threads
from rsd_app.core.device.report import device_report
from rsd_app.core.errors import DeviceError

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
MIB = 2**20


class Machine:
    """A processor, a clock and control groups of our own."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.proc, self.cgroups, self.cache = root / "proc", root / "cgroup", root / "cache"
        self.measured: list[float] = []
        self.gain = 2.0
        (self.proc / "self").mkdir(parents=True)
        self.set_processor("avx2 avx512_bf16")
        self.set_available(8000)
        patch.setenv("RSD_CACHE", str(self.cache))
        patch.setattr(precision, "_PROC", self.proc)
        patch.setattr(budget, "_PROC", self.proc)
        patch.setattr(budget, "_CGROUPS", self.cgroups)
        patch.setattr(precision, "_measure_gain", self.measure)

    def measure(self) -> float:
        self.measured.append(self.gain)
        time.sleep(0.02)  # long enough for another thread to come in between
        return self.gain

    def set_processor(self, flags: str) -> None:
        (self.proc / "cpuinfo").write_text(f"model name\t: Test 9000\nflags\t\t: fpu {flags}\n\nflags : none\n")

    def set_available(self, mb: int) -> None:
        (self.proc / "meminfo").write_text(f"MemFree: 1 kB\nMemAvailable:   {mb * 1024} kB\n")

    def set_cgroup(self, line: str, folder: str, files: dict[str, str]) -> None:
        (self.proc / "self" / "cgroup").write_text(f"9:cpu:/x\n{line}\n")
        place = self.cgroups / folder
        place.mkdir(parents=True)
        for name, text in files.items():
            (place / name).write_text(text)

    def restart(self) -> None:
        precision._kept_or_measured_gain.cache_clear()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    precision._kept_or_measured_gain.cache_clear()
    torch.set_num_threads(2)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    yield Machine(tmp_path, monkeypatch)
    precision._kept_or_measured_gain.cache_clear()


@pytest.fixture
def cuda(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two CUDA devices that need no driver."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda where: "Test GPU")
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: False)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda where: (1000 * MIB, 4000 * MIB))


@pytest.mark.parametrize(
    ("flags", "gain", "dtype"),
    [
        ("avx512_bf16", 1.25, torch.bfloat16),
        ("amx_bf16 amx_tile", 1.25, torch.bfloat16),
        ("avx512_bf16", 1.15, torch.float32),
        ("avx2 avx512f", 9.0, torch.float32),
    ],
)
def test_that_bf16_needs_the_processor_and_a_gain(
    machine: Machine, flags: str, gain: float, dtype: torch.dtype
) -> None:
    machine.set_processor(flags)
    machine.gain = gain
    assert choose_device().dtype == dtype


def test_that_the_description_names_threads_and_precision(machine: Machine) -> None:
    assert choose_device("cpu").description == "CPU, 2 threads, bf16"
    torch.set_num_threads(1)
    assert choose_device("cpu", "fp32").description == "CPU, 1 thread, fp32"
    assert cpu_threads() == 1


def test_that_the_decision_outlives_the_process(machine: Machine) -> None:
    machine.gain = 1.1
    assert choose_device().dtype == torch.float32
    machine.gain = 9.0
    assert choose_device().dtype == torch.float32
    machine.restart()
    assert choose_device().dtype == torch.float32
    assert machine.measured == [1.1]
    assert [path.name for path in machine.cache.iterdir()] == ["bf16_gain.json"]


def test_that_another_torch_or_processor_is_measured_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_device()
    machine.restart()
    monkeypatch.setattr(torch, "__version__", "99.0")
    machine.gain = 1.0
    assert choose_device().dtype == torch.float32
    kept = json.loads((machine.cache / "bf16_gain.json").read_text())
    assert sorted(kept.values()) == [1.0, 2.0]
    assert "Test 9000, torch 99.0" in kept


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"%s": true}', '{"%s": "2"}', '{"%s": NaN}', "\udcff"])
def test_that_an_unreadable_cache_is_measured_anew(machine: Machine, text: str) -> None:
    machine.cache.mkdir()
    file = machine.cache / "bf16_gain.json"
    key = f"Test 9000, torch {torch.__version__}"
    file.write_bytes(text.replace("%s", key).encode("utf-8", "surrogateescape"))
    assert choose_device().dtype == torch.bfloat16
    assert machine.measured == [2.0]
    assert json.loads(file.read_text()) == {key: 2.0}


def test_that_a_cache_that_cannot_be_written_is_a_warning(machine: Machine, caplog: pytest.LogCaptureFixture) -> None:
    machine.cache.write_text("a file, not a folder")
    assert choose_device().dtype == torch.bfloat16
    assert "cannot be written" in caplog.text


def test_that_another_process_that_was_first_wins(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def measure() -> float:
        machine.cache.mkdir()
        key = f"Test 9000, torch {torch.__version__}"
        (machine.cache / "bf16_gain.json").write_text(json.dumps({key: 1.0}))
        return 5.0

    monkeypatch.setattr(precision, "_measure_gain", measure)
    assert choose_device().dtype == torch.float32


def test_that_threads_measure_once(machine: Machine) -> None:
    threads = [threading.Thread(target=choose_device) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert machine.measured == [2.0]


def test_that_the_probe_times_convolutions_and_leaves_the_seed_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = torch.get_rng_state()
    assert 0.0 < precision._conv_seconds(torch.float32) < 60.0
    assert torch.equal(torch.get_rng_state(), before)
    # First calls are slow, then bf16 takes 1 ms but for one hiccup, fp32 takes 3 ms.
    times = {torch.float32: [9.0] + [0.003] * 99, torch.bfloat16: [9.0, 0.5] + [0.001] * 99}
    monkeypatch.setattr(precision, "_conv_seconds", lambda dtype: times[dtype].pop(0))
    monkeypatch.setattr(precision, "_PROBE_S", 0.0)
    assert precision._measure_gain() == pytest.approx(3.0)


def test_that_an_explicit_precision_is_honoured(machine: Machine) -> None:
    assert choose_device("auto", "fp32").dtype == torch.float32
    machine.set_processor("avx2")
    assert choose_device("cpu", "bf16").dtype == torch.bfloat16
    assert machine.measured == []


@pytest.mark.parametrize(
    ("device", "precision", "words"),
    [
        ("cpu", "fp16", ("--precision fp16", "this is the CPU", "bf16 or fp32")),
        ("cpu", "int3", ("'int3'", "auto or one of fp32, bf16, fp16")),
        ("cuda", "auto", ("--device cuda", "PyTorch", "give auto or cpu")),
        ("cuda:1", "auto", ("--device cuda:1", "PyTorch")),
        ("cuda:-1", "auto", ("'cuda:-1'", "cuda:N")),
        ("meta", "auto", ("'meta'", "auto, cpu, cuda")),
        ("toaster", "auto", ("'toaster'", "auto, cpu, cuda")),
        ("", "auto", ("''",)),
    ],
)
def test_that_errors_name_what_was_asked(machine: Machine, device: str, precision: str, words: tuple[str, ...]) -> None:
    with pytest.raises(DeviceError) as caught:
        choose_device(device, precision)
    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.usefixtures("cuda")
def test_that_cuda_comes_first_and_in_fp16() -> None:
    assert choose_device() == Device(torch.device("cuda", 0), torch.float16, "Test GPU, fp16")
    assert choose_device("cuda:1", "fp32").torch_device == torch.device("cuda", 1)
    assert choose_device("cpu").torch_device == torch.device("cpu")
    with pytest.raises(DeviceError, match=r"cuda:2: is not there: cuda:0 \(Test GPU\), cuda:1 \(Test GPU\)"):
        choose_device("cuda:2")
    with pytest.raises(DeviceError, match="bf16: is not supported by Test GPU"):
        choose_device("cuda", "bf16")


@pytest.mark.usefixtures("cuda")
def test_that_the_budget_of_cuda_is_most_of_what_is_free() -> None:
    device = choose_device()
    assert memory_budget_mb(device) == 800
    assert memory_budget_mb(device, 1000) == 1000
    with pytest.raises(DeviceError, match="--memory-mb 1001: 1000 MB are free on cuda:0"):
        memory_budget_mb(device, 1001)


def test_that_the_budget_of_a_cpu_is_capped_and_at_most_half(machine: Machine) -> None:
    assert memory_budget_mb(CPU) == 512
    machine.set_available(600)
    assert memory_budget_mb(CPU) == 300
    assert memory_budget_mb(CPU, 600) == 600
    with pytest.raises(DeviceError, match="--memory-mb 601: 600 MB are free on this machine"):
        memory_budget_mb(CPU, 601)
    assert memory_budget_mb(CPU, 601, held_mb=1) == 601
    machine.set_available(100)
    with pytest.raises(DeviceError, match="only 100 MB"):
        memory_budget_mb(CPU)


def test_that_an_unknown_amount_of_memory_is_no_error(machine: Machine) -> None:
    (machine.proc / "meminfo").unlink()
    assert memory_budget_mb(CPU) == 512
    assert memory_budget_mb(CPU, 9999) == 9999


@pytest.mark.parametrize("folder", ["a/b", "a", ""])
def test_that_a_limit_of_any_group_above_holds(machine: Machine, folder: str) -> None:
    files = {"memory.max": f"{500 * MIB}\n", "memory.current": f"{400 * MIB}\n"}
    machine.set_cgroup("0::/a/b", folder, files | {"memory.stat": f"anon 5\ninactive_file {100 * MIB}\n"})
    assert memory_budget_mb(CPU) == 100


def test_that_groups_of_the_first_version_are_read(machine: Machine) -> None:
    files = {"memory.limit_in_bytes": str(500 * MIB), "memory.usage_in_bytes": str(400 * MIB)}
    stat = f"inactive_file 7\ntotal_inactive_file {60 * MIB}\n"
    machine.set_cgroup("8:memory:/process/abc", "memory/process", files | {"memory.stat": stat})
    assert memory_budget_mb(CPU) == 80


def test_that_a_group_without_limit_changes_nothing(machine: Machine) -> None:
    machine.set_cgroup("0::/a", "a", {"memory.max": "max\n", "memory.current": "5\n"})
    assert memory_budget_mb(CPU) == 512


def test_that_this_machine_has_a_budget() -> None:
    assert 64 <= memory_budget_mb(CPU) <= 512


def test_that_the_report_says_what_was_chosen_and_why(machine: Machine) -> None:
    report = "\n".join(device_report())
    for word in (torch.__version__, "Test 9000", "2.00 times as fast", "8000 MB free", "2 threads, bf16"):
        assert word in report
    machine.set_processor("avx2")
    report = "\n".join(device_report())
    assert "neither AVX512-BF16 nor AMX" in report
    assert "chosen: CPU, 2 threads, fp32" in report
