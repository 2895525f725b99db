"""What a reading child may not do: use much memory or time, write a file, open a connection, start a program.

On Linux the child leaves the network for an empty namespace of its own where the system allows that, and a filter in
the kernel (seccomp) refuses sockets and new programs. Elsewhere only the limits hold.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys
from dataclasses import dataclass

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
ALLOW, REFUSE = 0x7FFF0000, 0x00050001  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with EPERM
INSTRUCTION = struct.Struct("=HBBI")
# The kernel's audit architecture; its numbers of socket, execve, execveat, ptrace, and fork, vfork where it has them.
FORBIDDEN = {
    "x86_64": (0xC000003E, (41, 59, 322, 101, 57, 58)),
    "aarch64": (0xC00000B7, (198, 221, 281, 117)),
}
OPEN_FILES = 32


@dataclass(frozen=True, slots=True)
class Level:
    """How closely a reading child is shut in."""

    namespace: bool
    filtered: bool

    @property
    def without_network(self) -> bool:
        """Whether it can reach no network, whatever it tries."""
        return self.namespace or self.filtered

    @property
    def sentence(self) -> str:
        """For the operator."""
        if self.without_network:
            walls = [
                word for word, there in (("namespace", self.namespace), ("system call filter", self.filtered)) if there
            ]
            return f"Reading happens in child processes without network ({' and '.join(walls)})."
        return (
            "This system cannot take the network from the processes that read mail. Run Boswell on Linux, or accept it "
            "with BOSWELL_ACCEPT_OPEN_SANDBOX=true."
        )


def limit_resources(memory: int) -> None:
    """Bound address space (bytes), open files, file sizes and core dumps for good."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def limit_cpu(seconds: float) -> None:
    """Have the kernel end this process when it uses ``seconds`` more of processor time, rounded up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def shut_in() -> Level:
    """Give up the network and the right to start programs, as far as this system can."""
    if sys.platform != "linux":
        return Level(namespace=False, filtered=False)
    libc = ctypes.CDLL(None, use_errno=True)
    namespace = libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0
    return Level(namespace, _filter(libc))


def _filter(libc: ctypes.CDLL) -> bool:
    known = FORBIDDEN.get(platform.machine())
    if known is None or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    program = _program(*known)
    code = ctypes.create_string_buffer(program, len(program))
    count = len(program) // INSTRUCTION.size
    note = ctypes.create_string_buffer(struct.pack("@HP", count, ctypes.addressof(code)))
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(note), 0, 0) == 0)


def _program(architecture: int, numbers: tuple[int, ...]) -> bytes:
    """Refuse the numbers, and whatever comes in another architecture's numbering; allow the rest."""
    refuse = len(numbers)  # instructions between the first comparison and the refusal, less itself
    lines = [(LOAD, 0, 0, 4), (EQUAL, 0, refuse + 2, architecture), (LOAD, 0, 0, 0)]
    lines += [(EQUAL, refuse - place, 0, number) for place, number in enumerate(numbers)]
    lines += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]
    return b"".join(INSTRUCTION.pack(*line) for line in lines)
