#include <stddef.h>

/// Reads `bytes` to the end and throws each event away: how many there were, or -1 where libyaml refuses the text.
long libyaml_events(const unsigned char *bytes, size_t count);

/// How many nodes `bytes` hold, each alias counted as what it stands for, or -1 where libyaml refuses the text.
long libyaml_nodes(const unsigned char *bytes, size_t count);
