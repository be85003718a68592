export {
  HEARTBEAT,
  RESET,
  feedEventSchema,
  feedOps,
  streamQuerySchema,
  streamPath,
  type FeedEvent,
  type FeedOp,
  type StreamQuery,
} from './stream.ts';
