#include <git2.h>

// Where newer versions keep git_error_clear.
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif
