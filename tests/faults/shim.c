/* A library for LD_PRELOAD: from the n-th on of some system calls, those on files of one folder fail.

   FAULT_CALL    write, fsync, rename, truncate, open, link or unlink
   FAULT_AT      which of them fails first, from 1 on
   FAULT_TIMES   how many fail, 0 for all that follow
   FAULT_ERRNO   with which error
   FAULT_FOLDER  only calls on files below it count
   FAULT_COUNT   a file that takes how many there were of each, for a first run that fails nowhere */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define CALLS 7
static const char *names[CALLS] = {"write", "fsync", "rename", "truncate", "open", "link", "unlink"};
static atomic_int seen[CALLS];
static const char *call, *folder;
static int at, times, error;

__attribute__((constructor)) static void begin(void) {
    call = getenv("FAULT_CALL") ? getenv("FAULT_CALL") : "";
    folder = getenv("FAULT_FOLDER") ? getenv("FAULT_FOLDER") : "/nowhere";
    at = getenv("FAULT_AT") ? atoi(getenv("FAULT_AT")) : 0;
    times = getenv("FAULT_TIMES") ? atoi(getenv("FAULT_TIMES")) : 0;
    error = getenv("FAULT_ERRNO") ? atoi(getenv("FAULT_ERRNO")) : EIO;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        for (int i = 0; i < CALLS; i++) fprintf(file, "%s %d\n", names[i], atomic_load(&seen[i]));
        fclose(file);
    }
}

static int below(const char *path) { return path && strncmp(path, folder, strlen(folder)) == 0; }

static int of_descriptor(int descriptor) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return below(path);
}

static int fails(const char *name, int counts) {
    if (!counts) return 0;
    int number = 0;
    for (int i = 0; i < CALLS; i++)
        if (!strcmp(names[i], name)) number = atomic_fetch_add(&seen[i], 1) + 1;
    if (strcmp(call, name) || at == 0 || number < at || (times && number >= at + times)) return 0;
    errno = error;
    return 1;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return fails("write", of_descriptor(fd)) ? -1 : real(fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return fails("write", of_descriptor(fd)) ? -1 : real(fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return fails("write", of_descriptor(fd)) ? -1 : real(fd, data, size, offset);
}
int fsync(int fd) {
    REAL(int, "fsync", int);
    return fails("fsync", of_descriptor(fd)) ? -1 : real(fd);
}
int ftruncate(int fd, off_t size) {
    REAL(int, "ftruncate", int, off_t);
    return fails("truncate", of_descriptor(fd)) ? -1 : real(fd, size);
}
int ftruncate64(int fd, off_t size) {
    REAL(int, "ftruncate64", int, off_t);
    return fails("truncate", of_descriptor(fd)) ? -1 : real(fd, size);
}
int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    return fails("rename", below(to)) ? -1 : real(from, to);
}
int link(const char *from, const char *to) {
    REAL(int, "link", const char *, const char *);
    return fails("link", below(to)) ? -1 : real(from, to);
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    REAL(int, "linkat", int, const char *, int, const char *, int);
    return fails("link", below(to)) ? -1 : real(a, from, b, to, flags);
}
int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    return fails("unlink", below(path)) ? -1 : real(path);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return fails("open", below(path)) ? -1 : real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

FILE *fopen(const char *path, const char *mode) {
    REAL(FILE *, "fopen", const char *, const char *);
    return fails("open", below(path)) ? NULL : real(path, mode);
}
FILE *fopen64(const char *path, const char *mode) {
    REAL(FILE *, "fopen64", const char *, const char *);
    return fails("open", below(path)) ? NULL : real(path, mode);
}
