// Lets one file system call of a program go wrong; `faults.rs` builds it and preloads it into the real server's commands.
// It counts the calls that touch files below FAULTS_UNDER. Without FAULTS_AT it only counts, and writes to FAULTS_TALLY a
// letter for each call when the program ends; with it, call number FAULTS_AT goes wrong, and FAULTS_TALLY tells which.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// What a call does instead of what it was asked for.
enum fault {
  NONE,
  FAIL,  // once: an error of the device
  SHORT, // once: half of the bytes
  FULL,  // from here on: no space
  KILL,  // half of the bytes, then the process is gone
};

// What a call asks of the disk, as a letter.
enum asks { READS = 'r', GROWS = 'g', SETTLES = 's' };

static const char *under, *tally;
static size_t under_length;
static long at;
static enum fault kind;
static atomic_long calls;
static char letters[1 << 20];

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("FAULTS_AT"), *named = getenv("FAULTS_KIND");
  const char *names[] = {"", "fail", "short", "full", "kill"};
  under = getenv("FAULTS_UNDER");
  tally = getenv("FAULTS_TALLY");
  under_length = under ? strlen(under) : 0;
  at = number ? atol(number) : 0;
  for (int n = 1; named && n < 5; n++)
    if (strcmp(named, names[n]) == 0) kind = n;
}

static void tell(const char *text, size_t length) {
  int file = tally ? REAL(open)(tally, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (file < 0) return;
  if (REAL(write)(file, text, length) < 0) abort();
  close(file);
}

__attribute__((destructor)) static void end(void) {
  if (under && !at) tell(letters, strlen(letters));
}

static int is_ours(const char *path) {
  return under && path && strncmp(path, under, under_length) == 0;
}

static const char *path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = 0;
  return path;
}

// Counts a call, and says what it does.
static enum fault due(const char *call, const char *path, enum asks asks) {
  if (!is_ours(path)) return NONE;
  long now = atomic_fetch_add(&calls, 1) + 1;
  if (!at && now < (long)sizeof letters) letters[now - 1] = asks;
  if (!at || now < at) return NONE;
  if (now == at) {
    char line[PATH_MAX + 64];
    tell(line, snprintf(line, sizeof line, "%ld %s %s\n", now, call, path));
  }
  if (kind == FULL) return asks == GROWS ? FULL : NONE;
  if (now > at || (kind == SHORT && asks != GROWS)) return NONE;
  return kind;
}

static enum fault due_on(const char *call, int file, enum asks asks) {
  char path[PATH_MAX];
  return under ? due(call, path_of(file, path), asks) : NONE;
}

static int failed(enum fault fault) {
  if (fault == KILL) kill(getpid(), SIGKILL);
  errno = fault == FULL ? ENOSPC : EIO;
  return -1;
}

// A call without bytes of its own: the last words are how it is really done.
#define PLAIN(asked, really)                                   \
  do {                                                         \
    enum fault found = (asked);                                \
    if (found != NONE && found != SHORT) return failed(found); \
    return really;                                             \
  } while (0)

ssize_t write(int file, const void *bytes, size_t length) {
  enum fault fault = due_on("write", file, GROWS);
  if (fault == NONE) return REAL(write)(file, bytes, length);
  ssize_t half = fault == SHORT || fault == KILL ? REAL(write)(file, bytes, (length + 1) / 2) : 0;
  return fault == SHORT ? half : failed(fault);
}

#define WRITE_AT(name, offset_type)                                                                   \
  ssize_t name(int file, const void *bytes, size_t length, offset_type place) {                       \
    enum fault fault = due_on(#name, file, GROWS);                                                    \
    if (fault == NONE) return REAL(name)(file, bytes, length, place);                                 \
    ssize_t half = fault == SHORT || fault == KILL ? REAL(name)(file, bytes, (length + 1) / 2, place) : 0; \
    return fault == SHORT ? half : failed(fault);                                                     \
  }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t writev(int file, const struct iovec *parts, int count) {
  enum fault fault = due_on("writev", file, GROWS);
  if (fault == NONE) return REAL(writev)(file, parts, count);
  ssize_t half = fault == SHORT || fault == KILL ? REAL(writev)(file, parts, (count + 1) / 2) : 0;
  return fault == SHORT ? half : failed(fault);
}

ssize_t copy_file_range(int from, off64_t *from_place, int to, off64_t *to_place, size_t length, unsigned flags) {
  enum fault fault = due_on("copy_file_range", to, GROWS);
  if (fault == NONE || length < 2) return REAL(copy_file_range)(from, from_place, to, to_place, length, flags);
  // A caller may ask for far more than there is: a page is less than all of nearly every file.
  size_t some = length > 4096 ? 4096 : length / 2;
  ssize_t half = fault == SHORT || fault == KILL ? REAL(copy_file_range)(from, from_place, to, to_place, some, flags) : 0;
  return fault == SHORT ? half : failed(fault);
}

ssize_t read(int file, void *bytes, size_t length) {
  PLAIN(due_on("read", file, READS), REAL(read)(file, bytes, length));
}
ssize_t pread(int file, void *bytes, size_t length, off_t place) {
  PLAIN(due_on("pread", file, READS), REAL(pread)(file, bytes, length, place));
}
ssize_t pread64(int file, void *bytes, size_t length, off64_t place) {
  PLAIN(due_on("pread64", file, READS), REAL(pread64)(file, bytes, length, place));
}
int fsync(int file) {
  PLAIN(due_on("fsync", file, SETTLES), REAL(fsync)(file));
}
int fdatasync(int file) {
  PLAIN(due_on("fdatasync", file, SETTLES), REAL(fdatasync)(file));
}
int ftruncate(int file, off_t length) {
  PLAIN(due_on("ftruncate", file, GROWS), REAL(ftruncate)(file, length));
}
int ftruncate64(int file, off64_t length) {
  PLAIN(due_on("ftruncate64", file, GROWS), REAL(ftruncate64)(file, length));
}
int rename(const char *from, const char *to) {
  PLAIN(due("rename", to, GROWS), REAL(rename)(from, to));
}
int link(const char *from, const char *to) {
  PLAIN(due("link", to, GROWS), REAL(link)(from, to));
}
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  PLAIN(due("linkat", to, GROWS), REAL(linkat)(from_folder, from, to_folder, to, flags));
}
int mkdir(const char *path, mode_t mode) {
  PLAIN(due("mkdir", path, GROWS), REAL(mkdir)(path, mode));
}
int rmdir(const char *path) {
  PLAIN(due("rmdir", path, SETTLES), REAL(rmdir)(path));
}
int unlink(const char *path) {
  PLAIN(due("unlink", path, SETTLES), REAL(unlink)(path));
}
int unlinkat(int folder, const char *path, int flags) {
  char whole[PATH_MAX];
  const char *named = path[0] == '/' || folder == AT_FDCWD ? path : path_of(folder, whole);
  PLAIN(due("unlinkat", named, SETTLES), REAL(unlinkat)(folder, path, flags));
}

#define MODE(flags, last) ((flags) & O_CREAT ? ({ va_list more; va_start(more, last); mode_t mode = va_arg(more, mode_t); va_end(more); mode; }) : 0)
#define ASKS(flags) ((flags) & O_CREAT ? GROWS : READS)

int open(const char *path, int flags, ...) {
  mode_t mode = MODE(flags, flags);
  PLAIN(due("open", path, ASKS(flags)), REAL(open)(path, flags, mode));
}
int open64(const char *path, int flags, ...) {
  mode_t mode = MODE(flags, flags);
  PLAIN(due("open64", path, ASKS(flags)), REAL(open64)(path, flags, mode));
}
