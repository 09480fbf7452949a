/* Records, in order, all that a process asks of the disk below RECORDED_FOLDER, in the file RECORDED_LOG. Loaded before the C library (LD_PRELOAD).
   A record is: one letter, a 32-bit number (handle), a 64-bit number, the length of what follows (32 bits), and that.
     O path (handle; 1: newly made, 2: cut to nothing)   W bytes (handle, where)   T (handle, length)   S (handle)   D folder   R from\0to   L from\0to   U path
   One lock is held round each call and its record, so that the order of the records is the order of what was done. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
#include <errno.h>

#define HANDLES 65536

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char kinds[HANDLES]; /* 0: not ours, 1: a file, 2: a folder */
static char *folders[HANDLES];
static int log_file = -1;
static const char *below;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("RECORDED_LOG");
  below = getenv("RECORDED_FOLDER");
  if (path && below) {
    log_file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static void record(char what, int32_t handle, int64_t number, const void *bytes, uint32_t length) {
  char head[17];
  head[0] = what;
  memcpy(head + 1, &handle, 4);
  memcpy(head + 5, &number, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, 17}, {(void *)bytes, length}};
  if (syscall(SYS_writev, log_file, parts, length ? 2 : 1) != 17 + (long)length) {
    static const char told[] = "The recording of the disk failed.\n";
    syscall(SYS_write, 2, told, sizeof told - 1);
    _exit(99);
  }
}

static int is_ours(const char *path) {
  return log_file >= 0 && path && strncmp(path, below, strlen(below)) == 0;
}

static int kind_of(int file) {
  return file >= 0 && file < HANDLES ? kinds[file] : 0;
}

static int opened(const char *path, int flags, mode_t mode) {
  if (!is_ours(path)) {
    int other = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (other >= 0 && other < HANDLES) {
      kinds[other] = 0;
    }
    return other;
  }
  pthread_mutex_lock(&lock);
  struct stat there;
  int is_new = stat(path, &there) != 0;
  int file = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (file >= 0 && file < HANDLES && fstat(file, &there) == 0) {
    kinds[file] = S_ISDIR(there.st_mode) ? 2 : S_ISREG(there.st_mode) ? 1 : 0;
    if (kinds[file] == 2) {
      free(folders[file]);
      folders[file] = strdup(path);
    } else if (kinds[file] == 1) {
      record('O', file, is_new ? 1 : (flags & O_TRUNC) ? 2 : 0, path, strlen(path));
    }
  }
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return file;
}

#define MODE(last) mode_t mode = 0; if (flags & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, last); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags) return opened(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) {
  MODE(flags)
  return path[0] == '/' ? opened(path, flags, mode) : syscall(SYS_openat, folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags)
  return path[0] == '/' ? opened(path, flags, mode) : syscall(SYS_openat, folder, path, flags, mode);
}

#define LOCKED(call, after) \
  pthread_mutex_lock(&lock); \
  long done = call; \
  int error = errno; \
  after; \
  pthread_mutex_unlock(&lock); \
  errno = error; \
  return done;

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t where) {
  if (kind_of(file) != 1) {
    return syscall(SYS_pwrite64, file, bytes, length, where);
  }
  LOCKED(syscall(SYS_pwrite64, file, bytes, length, where), if (done > 0) record('W', file, where, bytes, done))
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t where) { return pwrite64(file, bytes, length, where); }

ssize_t write(int file, const void *bytes, size_t length) {
  if (kind_of(file) != 1) {
    return syscall(SYS_write, file, bytes, length);
  }
  LOCKED(syscall(SYS_write, file, bytes, length),
         if (done > 0) record('W', file, syscall(SYS_lseek, file, 0, SEEK_CUR) - done, bytes, done))
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t where) {
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = pwrite64(file, parts[i].iov_base, parts[i].iov_len, where + all);
    if (done < 0) {
      return all > 0 ? all : done;
    }
    all += done;
  }
  return all;
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t where) { return pwritev(file, parts, count, where); }

int ftruncate64(int file, off64_t length) {
  if (kind_of(file) != 1) {
    return syscall(SYS_ftruncate, file, length);
  }
  LOCKED(syscall(SYS_ftruncate, file, length), if (done == 0) record('T', file, length, 0, 0))
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int flushed(int file, long call) {
  int kind = kind_of(file);
  if (kind == 0) {
    return syscall(call, file);
  }
  LOCKED(syscall(call, file),
         if (done == 0 && kind == 1) record('S', file, 0, 0, 0);
         if (done == 0 && kind == 2) record('D', file, 0, folders[file], strlen(folders[file])))
}

int fsync(int file) { return flushed(file, SYS_fsync); }
int fdatasync(int file) { return flushed(file, SYS_fdatasync); }

int close(int file) {
  if (file >= 0 && file < HANDLES) {
    kinds[file] = 0;
  }
  return syscall(SYS_close, file);
}

static void record_two(char what, const char *from, const char *to) {
  char both[8192];
  int length = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
  record(what, 0, 0, both, length);
}

int rename(const char *from, const char *to) {
  if (!is_ours(from)) {
    return syscall(SYS_rename, from, to);
  }
  LOCKED(syscall(SYS_rename, from, to), if (done == 0) record_two('R', from, to))
}

int link(const char *from, const char *to) {
  if (!is_ours(from)) {
    return syscall(SYS_link, from, to);
  }
  LOCKED(syscall(SYS_link, from, to), if (done == 0) record_two('L', from, to))
}

int unlink(const char *path) {
  if (!is_ours(path)) {
    return syscall(SYS_unlink, path);
  }
  LOCKED(syscall(SYS_unlink, path), if (done == 0) record('U', 0, 0, path, strlen(path)))
}

/* What .NET calls by name (DllImport) it looks for in the C library itself, where ours do not stand before it. */
void *dlsym(void *library, const char *name) {
  static void *(*real)(void *, const char *);
  if (!real) {
    real = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
    if (!real) {
      real = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
    }
  }
  if (log_file >= 0 && library != RTLD_NEXT && library != RTLD_DEFAULT) {
    if (strcmp(name, "link") == 0) return (void *)link;
    if (strcmp(name, "open") == 0) return (void *)open;
    if (strcmp(name, "fsync") == 0) return (void *)fsync;
    if (strcmp(name, "close") == 0) return (void *)close;
  }
  return real(library, name);
}
