"""On what it was measured: figures of two machines say nothing of each other, and their ratios not much."""

from __future__ import annotations

import os
import platform
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")


def machine() -> str:
    """`Processor, 2 kärnor, 24 GB · Debian 12, Python 3.11.2 · belastning 0,1`, as far as the system tells."""
    said = (
        f"{processor(_cpuinfo()) or platform.machine()}, {os.cpu_count()} kärnor{_memory()}",
        f"{_system()}, Python {platform.python_version()}",
        told(os.getloadavg()[0], os.cpu_count() or 1) if hasattr(os, "getloadavg") else "",
    )
    return " · ".join(filter(None, said))


def processor(cpuinfo: str) -> str:
    """Its name, out of what Linux tells of it; empty where it has none."""
    lines = (line.partition(":") for line in cpuinfo.splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == "model name"), "")


def told(load: float, cores: int) -> str:
    """How many processes have wanted a core this last minute, and what that does to the figures."""
    said = f"belastning {load:.1f}".replace(".", ",")
    return f"{said}: annat arbetar också, så tiderna är för långa" if load > cores else said


def _cpuinfo() -> str:
    return CPUINFO.read_text(encoding="utf-8", errors="replace") if CPUINFO.is_file() else ""


def _memory() -> str:
    if "SC_PHYS_PAGES" not in getattr(os, "sysconf_names", {}):
        return ""
    return f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"
