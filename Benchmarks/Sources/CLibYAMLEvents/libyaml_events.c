#include "libyaml_events.h"

#include <string.h>
#include <yaml.h>

long libyaml_events(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int last = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, count);
  while (!last) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    last = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    events++;
  }
  yaml_parser_delete(&parser);
  return events;
}

enum { most_anchors = 64, deepest = 256 };

/// The nodes so far, where each open collection began among them, and what each anchor stands for.
struct tally {
  long nodes;
  int depth;
  struct { long before; char anchor[32]; } open[deepest];
  int anchors;
  struct { long nodes; char name[32]; } named[most_anchors];
};

static void name_nodes(struct tally *tally, const char *anchor, long nodes) {
  if (!anchor || !*anchor || tally->anchors == most_anchors) return;
  tally->named[tally->anchors].nodes = nodes;
  strncpy(tally->named[tally->anchors].name, anchor, 31);
  tally->anchors++;
}

static void open_collection(struct tally *tally, const char *anchor) {
  if (tally->depth == deepest) return;
  tally->open[tally->depth].before = tally->nodes++;
  strncpy(tally->open[tally->depth].anchor, anchor ? anchor : "", 31);
  tally->depth++;
}

static void close_collection(struct tally *tally) {
  if (tally->depth == 0) return;
  tally->depth--;
  name_nodes(tally, tally->open[tally->depth].anchor, tally->nodes - tally->open[tally->depth].before);
}

static void follow(struct tally *tally, const char *name) {
  for (int index = tally->anchors - 1; index >= 0; index--) {
    if (strncmp(tally->named[index].name, name, 31)) continue;
    tally->nodes += tally->named[index].nodes;
    return;
  }
}

static void take(struct tally *tally, const yaml_event_t *event) {
  switch (event->type) {
    case YAML_ALIAS_EVENT:
      follow(tally, (const char *)event->data.alias.anchor);
      break;
    case YAML_SCALAR_EVENT:
      tally->nodes++;
      name_nodes(tally, (const char *)event->data.scalar.anchor, 1);
      break;
    case YAML_SEQUENCE_START_EVENT:
      open_collection(tally, (const char *)event->data.sequence_start.anchor);
      break;
    case YAML_MAPPING_START_EVENT:
      open_collection(tally, (const char *)event->data.mapping_start.anchor);
      break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close_collection(tally);
      break;
    default:
      break;
  }
}

long libyaml_nodes(const unsigned char *bytes, size_t count) {
  static struct tally tally;
  yaml_parser_t parser;
  yaml_event_t event;
  int last = 0;
  memset(&tally, 0, sizeof tally);
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, count);
  while (!last && yaml_parser_parse(&parser, &event)) {
    last = event.type == YAML_STREAM_END_EVENT;
    take(&tally, &event);
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return last ? tally.nodes : -1;
}
