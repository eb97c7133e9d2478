#include "lockdown.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#define FOREIGN_NUMBERS 0x40000000u /* x32: the same architecture, other numbers */
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, action)
#define DENY(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), ANSWER(SECCOMP_RET_ERRNO | EPERM)

#ifdef NATIVE

/* Not every thread could be locked: one of them has a filter that this process didn't set. */
#define NOT_ALL_THREADS EBUSY

int longshore_lock_down(void) {
  struct sock_filter program[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
#ifdef FOREIGN_NUMBERS
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FOREIGN_NUMBERS, 0, 1),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
#endif
    /* New sockets, and new uses of one that was inherited. */
    DENY(SYS_socket),
    DENY(SYS_socketpair),
    DENY(SYS_connect),
    DENY(SYS_bind),
    DENY(SYS_listen),
    DENY(SYS_accept),
    DENY(SYS_accept4),
    /* Another process could send a socket, or have one taken from it. */
    DENY(SYS_recvmsg),
    DENY(SYS_recvmmsg),
    DENY(SYS_pidfd_getfd),
    /* io_uring opens and connects sockets without any of the above. */
    DENY(SYS_io_uring_setup),
    DENY(SYS_io_uring_enter),
    DENY(SYS_io_uring_register),
    /* Programs, and other processes that could do all this for us. */
    DENY(SYS_execve),
    DENY(SYS_execveat),
    DENY(SYS_ptrace),
    DENY(SYS_process_vm_writev),
    ANSWER(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {.len = sizeof program / sizeof *program, .filter = program};

  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  long answer = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
  if (answer < 0) return errno;
  return answer == 0 ? 0 : NOT_ALL_THREADS;
}

#else

int longshore_lock_down(void) { return ENOSYS; }

#endif
