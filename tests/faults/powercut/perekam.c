/*
 * Perekam: loaded in front of libc, it writes down what a process does to the files below one directory, and every
 * answer that leaves by a socket, in the exact order in which it happened. A replayer cuts the power anywhere in it.
 *
 *   PEREKAM_AKAR   the directory      PEREKAM_CATATAN   the log, appended to
 *   PEREKAM_GAGAL  the k-th flush fails with EIO, once (0: none), counted among files whose path ends in PEREKAM_NAMA
 *   PEREKAM_PENUH  the k-th write fails with ENOSPC, once (0: none)
 *
 * It covers what Node and SQLite import (nm -D); that nothing is missed is checked by the replayer, which must arrive at
 * the very files on disk. The -shm file is left out: SQLite makes it anew after a power cut.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)
#define MOST 65536
#define ANSWER 4096

enum { OTHER, PLAIN, FOLDER, SOCKET };
static struct { char kind; uint64_t inode; char *path; } known[MOST];
static struct __attribute__((packed)) { char op, flag; uint16_t path, second; uint64_t inode, at; uint32_t size; } head;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *fail_name = "";
static size_t root_length;
static dev_t device;
static int catatan = -1;
static long fail_at, flushes, full_at, writes;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("PEREKAM_CATATAN"), *gagal = getenv("PEREKAM_GAGAL"), *penuh = getenv("PEREKAM_PENUH");
  root = getenv("PEREKAM_AKAR");
  if (!root || !path) return;
  REAL(int, "open64", const char *, int, ...);
  root_length = strlen(root);
  fail_at = gagal ? atol(gagal) : 0;
  full_at = penuh ? atol(penuh) : 0;
  if (getenv("PEREKAM_NAMA")) fail_name = getenv("PEREKAM_NAMA");
  int first = real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  catatan = fcntl(first, F_DUPFD_CLOEXEC, 1000);
}

static int ends_in(const char *path, const char *end) {
  size_t length = strlen(path), wanted = strlen(end);
  return length >= wanted && strcmp(path + length - wanted, end) == 0;
}

/* The path below the root, empty for the root itself, or null where it is none of ours. */
static const char *ours(const char *path) {
  if (catatan < 0 || !path || strncmp(path, root, root_length) != 0) return NULL;
  if (path[root_length] == 0) return path + root_length;
  if (path[root_length] != '/') return NULL;
  return ends_in(path, "-shm") ? NULL : path + root_length + 1;
}

/* libuv closes by syscall, unseen from here: a number counts for the file it was opened on and for no other. */
static char kind_of(int fd) {
  struct stat found;
  if (catatan < 0 || fd < 0 || fd >= MOST || fstat(fd, &found) != 0) return OTHER;
  if (S_ISSOCK(found.st_mode)) return SOCKET;
  return known[fd].kind != OTHER && found.st_dev == device && found.st_ino == known[fd].inode ? known[fd].kind : OTHER;
}

static void note(char op, char flag, const char *path, const char *second, uint64_t inode, uint64_t at, const void *bytes, size_t size) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  head.op = op; head.flag = flag; head.inode = inode; head.at = at; head.size = size;
  head.path = path ? strlen(path) : 0; head.second = second ? strlen(second) : 0;
  struct iovec parts[4] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)second, head.second}, {(void *)bytes, size}};
  int error = errno;
  if (real(catatan, parts, 4) != (ssize_t)(sizeof head + head.path + head.second + size)) abort();
  errno = error;
}

#define IN_ORDER(work) do { pthread_mutex_lock(&order); work; pthread_mutex_unlock(&order); } while (0)

static void meet(int fd, const char *path, int flags, int is_new) {
  struct stat found;
  if (fd < 0 || fd >= MOST || fstat(fd, &found) != 0) return;
  known[fd].kind = S_ISDIR(found.st_mode) ? FOLDER : PLAIN;
  known[fd].inode = found.st_ino;
  device = found.st_dev;
  free(known[fd].path);
  known[fd].path = strdup(path);
  if (known[fd].kind == PLAIN) note('o', (is_new ? 1 : 0) | (flags & O_TRUNC ? 2 : 0), path, NULL, found.st_ino, 0, NULL, 0);
}

int open64(const char *path, int flags, ...) {
  REAL(int, "open64", const char *, int, ...);
  va_list rest; va_start(rest, flags); mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest);
  const char *mine = ours(path);
  if (!mine) return real(path, flags, mode);
  int fd;
  IN_ORDER({ int is_new = (flags & O_CREAT) && access(path, F_OK) != 0; fd = real(path, flags, mode); meet(fd, mine, flags, is_new); });
  return fd;
}
int open(const char *path, int flags, ...) {
  va_list rest; va_start(rest, flags); mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest);
  return open64(path, flags, mode);
}
static void answer(const void *bytes, size_t size) {
  IN_ORDER(note('a', 0, NULL, NULL, 0, 0, bytes, size < ANSWER ? size : ANSWER));
}
static int is_full(void) {
  int full;
  IN_ORDER(full = ++writes == full_at);
  if (full) errno = ENOSPC;
  return full;
}
ssize_t write(int fd, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  char kind = kind_of(fd);
  ssize_t done;
  if (kind == SOCKET) answer(bytes, size);
  if (kind != PLAIN) return real(fd, bytes, size);
  if (is_full()) return -1;
  IN_ORDER({ off_t at = lseek(fd, 0, SEEK_CUR); done = real(fd, bytes, size); if (done > 0) note('w', 0, NULL, NULL, known[fd].inode, at, bytes, done); });
  return done;
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (kind_of(fd) == SOCKET && count > 0) answer(parts[0].iov_base, parts[0].iov_len);
  return real(fd, parts, count);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  if (kind_of(fd) != PLAIN) return real(fd, bytes, size, at);
  if (is_full()) return -1;
  ssize_t done;
  IN_ORDER({ done = real(fd, bytes, size, at); if (done > 0) note('w', 0, NULL, NULL, known[fd].inode, at, bytes, done); });
  return done;
}
int ftruncate64(int fd, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  if (kind_of(fd) != PLAIN) return real(fd, size);
  int failed;
  IN_ORDER({ failed = real(fd, size); if (!failed) note('t', 0, NULL, NULL, known[fd].inode, size, NULL, 0); });
  return failed;
}

/* A flush that fails drops what was waiting: afterwards the kernel calls those pages clean, and still shows them. */
static int flush(int fd, int (*real)(int)) {
  char kind = kind_of(fd);
  int failed;
  if (kind != PLAIN && kind != FOLDER) return real(fd);
  IN_ORDER({
    failed = ends_in(known[fd].path, fail_name) && ++flushes == fail_at ? -1 : real(fd);
    note(kind == FOLDER ? 'd' : 's', failed ? 1 : 0, kind == FOLDER ? known[fd].path : NULL, NULL, known[fd].inode, 0, NULL, 0);
  });
  if (failed) errno = EIO;
  return failed;
}
int fsync(int fd) { REAL(int, "fsync", int); return flush(fd, real); }
int fdatasync(int fd) { REAL(int, "fdatasync", int); return flush(fd, real); }

static int name(char op, const char *from, const char *to, int (*real)(const char *, const char *)) {
  const char *mine = ours(from), *there = ours(to);
  int failed;
  if (!mine || !there) return real(from, to);
  IN_ORDER({ failed = real(from, to); if (!failed) note(op, 0, mine, there, 0, 0, NULL, 0); });
  return failed;
}
int rename(const char *from, const char *to) { REAL(int, "rename", const char *, const char *); return name('r', from, to, real); }
int link(const char *from, const char *to) { REAL(int, "link", const char *, const char *); return name('l', from, to, real); }
static int drop(const char *path, int (*real)(const char *)) {
  const char *mine = ours(path);
  int failed;
  if (!mine) return real(path);
  IN_ORDER({ failed = real(path); if (!failed) note('u', 0, mine, NULL, 0, 0, NULL, 0); });
  return failed;
}
int unlink(const char *path) { REAL(int, "unlink", const char *); return drop(path, real); }
int remove(const char *path) { REAL(int, "remove", const char *); return drop(path, real); }
int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  const char *mine = ours(path);
  int failed;
  if (!mine) return real(path, mode);
  IN_ORDER({ failed = real(path, mode); if (!failed) note('m', 0, mine, NULL, 0, 0, NULL, 0); });
  return failed;
}
