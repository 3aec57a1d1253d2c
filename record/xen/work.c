/*
 * Why: one fork (the child exits at once) or one exec (of this program), and nothing else between two marks.
 *
 * A mark is a line in the guest's trace and the instruction CPUID at an address of its own, which a guest with VM
 * exits cannot execute without one; the addresses are printed when all is over. Usage: work fork|exec
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MARKER "/sys/kernel/tracing/trace_marker"

extern char mark_begin[], mark_end[];

static void note(const char *text)
{
	int fd = open(MARKER, O_WRONLY);
	if (fd >= 0) {
		if (write(fd, text, strlen(text)) < 0)
			perror(MARKER);
		close(fd);
	}
}

static __attribute__((noinline, noclone)) void begin(const char *text)
{
	unsigned int a = 0, b, c = 0, d;
	note(text);
	__asm__ volatile(".globl mark_begin\nmark_begin: cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
}

static __attribute__((noinline, noclone)) void end(const char *text)
{
	unsigned int a = 0, b, c = 0, d;
	__asm__ volatile(".globl mark_end\nmark_end: cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
	note(text);
}

int main(int argc, char **argv)
{
	const char *what = argc == 2 ? argv[1] : "";
	if (!strcmp(what, "fork")) {
		begin("BEGIN fork");
		pid_t child = fork();
		if (child == 0)
			_exit(0);
		waitpid(child, NULL, 0);
		end("END fork");
		printf("fork begins at %p, ends at %p\n", (void *)mark_begin, (void *)mark_end);
		return child < 0;
	}
	if (!strcmp(what, "exec")) {
		begin("BEGIN exec");
		execl("/work", "work", "executed", (char *)NULL);
		perror("/work");
		return 1;
	}
	if (!strcmp(what, "executed")) {
		end("END exec");
		printf("exec begins at %p, ends at %p\n", (void *)mark_begin, (void *)mark_end);
		return 0;
	}
	fprintf(stderr, "usage: work fork|exec\n");
	return 2;
}
